import { z } from 'zod'
import { createBranch } from '../../history/refs/branches.ts'
import type { ToolArgs } from '../../model/tools.ts'
import { tool } from '../capability.ts'
import { branchName, exactly, ref } from '../parameters.ts'

export const branchTool = tool({
  name: 'branch',
  description: {
    usual: 'Start a branch, here or at a commit, and move to it; with switch: false stay where you are.',
    self: 'Try something aside: start a branch of your own context, here or at a commit, and move to it; with switch: false stay where you are.',
  },
  // Moving HEAD sends what people say next elsewhere; a name alone does nothing to them.
  risk: 'rewrite',
  riskOf: ({ switch: moves }) => (moves === false ? 'annotate' : 'rewrite'),
  parameters: exactly<ToolArgs['branch']>(z.strictObject({ name: branchName.describe('Its name'), from: ref.describe('Where it starts. Default: here').optional(), switch: z.boolean().describe('Default true').optional() })),
  refs: ['from'],
  examples: [{ name: 'shorter' }, { name: 'aside', from: 'HEAD~1', switch: false }],
  run: (tract, { name, ...options }) => {
    const branch = createBranch(tract, name, options)
    return { text: `Branch ${JSON.stringify(branch.name)} was started${branch.isCurrent ? ', and you are on it' : ''}.`, data: { branch: branch.name, commit: branch.commit } }
  },
})
