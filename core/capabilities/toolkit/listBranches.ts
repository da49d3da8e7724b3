import { z } from 'zod'
import { listBranches } from '../../history/refs/branches.ts'
import type { ToolArgs } from '../../model/tools.ts'
import { tool } from '../capability.ts'
import { counted, dataLines, shortHash } from '../dataLines.ts'
import { exactly } from '../parameters.ts'

export const listBranchesTool = tool({
  name: 'list_branches',
  description: { usual: 'List the branches, with the number of their messages and when they were last used.' },
  risk: 'read',
  parameters: exactly<ToolArgs['list_branches']>(z.strictObject({})),
  refs: [],
  examples: [{}],
  run: (tract) => {
    const branches = listBranches(tract).map(({ name, commit, isCurrent, messageCount, updatedAt }) => ({ name, commit, isCurrent, messages: messageCount, usedAt: new Date(updatedAt).toISOString() }))
    const rows = branches.map((branch) => ({ ...branch, commit: branch.commit === null ? null : shortHash(branch.commit) }))
    return { text: dataLines(`${counted(branches.length, 'branch', 'branches')}:`, rows), data: { branches } }
  },
})
