import type { Operation } from '../../core/model/operation.ts'

/** What an act is called after "Undo" and "Redo". */
export const operationName = ({ verb, detail, cause }: Pick<Operation, 'verb' | 'detail' | 'cause'>): string => {
  const name = details[verb]?.[detail ?? ''] ?? (names[verb] ?? verb) + (detail === null || !named.has(verb) ? '' : ` ${detail}`)
  return cause.kind === 'direct' ? name : `${cause.kind} of ${name}`
}

const names: Readonly<Record<string, string>> = {
  abortMerge: 'drop of a merge',
  annotate: 'keep or hide',
  answer: 'answer',
  ask: 'question aside',
  batch: 'several steps at once',
  branch: 'new branch',
  checkout: 'look at',
  cherryPick: 'picked steps',
  commit: 'message',
  compress: 'compression',
  configure: 'settings of this tract',
  create: 'new tract',
  deleteBranch: 'delete branch',
  deleteTag: 'delete tag',
  discard: 'discard of an unfinished answer',
  edit: 'correction',
  expand: 'expanded summary',
  keep: 'unfinished answer kept',
  merge: 'merge of',
  rebase: 'rebase onto',
  recordUsage: 'usage of a call made elsewhere',
  recover: 'recovery of an unfinished answer',
  refreshMerge: 'refreshed merge',
  rename: 'new name',
  renameBranch: 'new branch name',
  reset: 'reset to',
  resolveConflict: 'decision in a merge',
  restore: 'restored state',
  revert: 'revert',
  stop: 'stopped answer',
  switch: 'open branch',
  tag: 'new tag',
}
/** Whose detail is a name a person gave. */
const named: ReadonlySet<string> = new Set(['branch', 'switch', 'rename', 'checkout', 'deleteBranch', 'deleteTag', 'merge', 'rebase', 'renameBranch', 'reset', 'tag'])
const details: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  annotate: { pinned: 'keep always', skip: 'hide from model', normal: 'back to normal' },
  commit: { instruction: 'system prompt', system: 'system message', assistant: 'answer', tool_call: 'tool call', tool_result: 'tool result', reasoning: 'reasoning' },
  configure: { budget: 'budget', operations: 'settings of an operation', defaultConfig: 'default settings' },
}
