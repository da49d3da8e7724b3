import { z } from 'zod'
import { checkout } from '../../history/refs/checkout.ts'
import type { Json } from '../../model/json.ts'
import { tool } from '../capability.ts'
import { shortHash } from '../dataLines.ts'
import { ref } from '../parameters.ts'

export const checkoutTool = tool({
  name: 'checkout',
  description: { usual: 'Look around: move to a branch by its name, or to any commit, where nothing can be written; `-` goes back.' },
  risk: 'rewrite',
  parameters: z.strictObject({ ref }),
  refs: ['ref'],
  examples: [{ ref: 'side' }, { ref: 'HEAD~1' }],
  run: (tract, { ref: asked }) => {
    const head = checkout(tract, asked)
    const text = head.kind === 'attached' ? `You are on ${JSON.stringify(head.branch)}.` : `You are looking at ${shortHash(head.commit)}; nothing can be written here.`
    return { text, data: head as unknown as Json }
  },
})
