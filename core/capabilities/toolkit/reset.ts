import { z } from 'zod'
import { reset } from '../../history/refs/reset.ts'
import { tool } from '../capability.ts'
import { shortHash } from '../dataLines.ts'
import { ref } from '../parameters.ts'

export const resetTool = tool({
  name: 'reset',
  description: { usual: 'Move the current branch to a commit that this conversation ever held. ORIG_HEAD remembers where it was.' },
  risk: 'rewrite',
  parameters: z.strictObject({ to: ref }),
  refs: ['to'],
  examples: [{ to: 'HEAD~1' }],
  run: (tract, { to }) => {
    const { commit } = reset(tract, to)
    return { text: `The branch stands at ${shortHash(commit ?? '')} now.`, data: { commit } }
  },
})
