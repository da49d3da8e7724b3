import type { ToolName } from '../model/tools.ts'
import type { Tool } from './capability.ts'
import { annotateTool } from './toolkit/annotate.ts'
import { branchTool } from './toolkit/branch.ts'
import { checkoutTool } from './toolkit/checkout.ts'
import { cherryPickTool } from './toolkit/cherryPick.ts'
import { commitTool } from './toolkit/commit.ts'
import { compileTool } from './toolkit/compile.ts'
import { compressTool } from './toolkit/compress.ts'
import { diffTool } from './toolkit/diff.ts'
import { editTool } from './toolkit/edit.ts'
import { expandTool } from './toolkit/expand.ts'
import { gcTool } from './toolkit/gc.ts'
import { listBranchesTool } from './toolkit/listBranches.ts'
import { logTool } from './toolkit/log.ts'
import { mergeTool } from './toolkit/merge.ts'
import { readMessagesTool } from './toolkit/readMessages.ts'
import { rebaseTool } from './toolkit/rebase.ts'
import { renameBranchTool } from './toolkit/renameBranch.ts'
import { resetTool } from './toolkit/reset.ts'
import { searchTool } from './toolkit/search.ts'
import { showTool } from './toolkit/show.ts'
import { statusTool } from './toolkit/status.ts'
import { switchTool } from './toolkit/switch.ts'
import { undoTool } from './toolkit/undo.ts'

/**
 * All that a model may be given to do to a tract, by name. What is not here can't be reached by any profile, autonomy or text: purging and erasing,
 * files, keys, models, settings, policies, and autonomy itself.
 */
export const toolkit: { readonly [Name in ToolName]: Tool<Name> } = {
  status: statusTool,
  compile: compileTool,
  read_messages: readMessagesTool,
  log: logTool,
  show: showTool,
  diff: diffTool,
  search: searchTool,
  list_branches: listBranchesTool,
  gc: gcTool,
  annotate: annotateTool,
  rename_branch: renameBranchTool,
  branch: branchTool,
  switch: switchTool,
  commit: commitTool,
  edit: editTool,
  compress: compressTool,
  expand: expandTool,
  merge: mergeTool,
  cherry_pick: cherryPickTool,
  rebase: rebaseTool,
  undo: undoTool,
  reset: resetTool,
  checkout: checkoutTool,
}

export const toolNames = Object.keys(toolkit) as readonly ToolName[]
export const isToolName = (name: string): name is ToolName => Object.hasOwn(toolkit, name)
