import { z } from 'zod'
import { viewCommit } from '../../history/commitView.ts'
import { expand } from '../../history/compress/expand.ts'
import { tool } from '../capability.ts'
import { ref } from '../parameters.ts'

export const expandTool = tool({
  name: 'expand',
  description: {
    usual: 'Take a summary back: the messages that it stands for are shown again, in their own place.',
    self: 'Bring back into your own context the messages that a summary stands for, in their own place.',
  },
  risk: 'rewrite',
  parameters: z.strictObject({ summary: ref.describe('The summary') }),
  refs: ['summary'],
  examples: [{ summary: 'HEAD' }],
  run: (tract, { summary }) => ({ text: 'The originals are shown again.', data: { commit: viewCommit(tract, expand(tract, summary)).hash } }),
})
