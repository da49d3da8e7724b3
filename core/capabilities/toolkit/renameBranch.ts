import { z } from 'zod'
import { renameBranch } from '../../history/refs/renameBranch.ts'
import { tool } from '../capability.ts'
import { branchName } from '../parameters.ts'

export const renameBranchTool = tool({
  name: 'rename_branch',
  description: { usual: 'Give a branch another name, for instance archive/… for one that nobody uses any more.' },
  risk: 'annotate',
  parameters: z.strictObject({ from: branchName, to: branchName.describe('Its new name') }),
  refs: [],
  branches: ['from'],
  examples: [{ from: 'side', to: 'archive/side' }],
  run: (tract, { from, to }) => {
    const { name } = renameBranch(tract, from, to)
    return { text: `It is called ${JSON.stringify(name)} now.`, data: { branch: name } }
  },
})
