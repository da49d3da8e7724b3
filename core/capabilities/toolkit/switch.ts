import { z } from 'zod'
import { switchBranch } from '../../history/refs/branches.ts'
import { tool } from '../capability.ts'
import { branchName } from '../parameters.ts'

export const switchTool = tool({
  name: 'switch',
  description: { usual: 'Move to a branch: what is said next goes there.', self: 'Go on with another branch of your own context.' },
  risk: 'rewrite',
  parameters: z.strictObject({ branch: branchName }),
  refs: [],
  branches: ['branch'],
  examples: [{ branch: 'side' }],
  run: (tract, { branch }) => {
    const { commit } = switchBranch(tract, branch)
    return { text: `You are on ${JSON.stringify(branch.normalize('NFC'))}.`, data: { branch: branch.normalize('NFC'), commit } }
  },
})
