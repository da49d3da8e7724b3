import type { CompiledContext } from '../model/context.ts'
import type { MessageId } from '../model/ids.ts'
import type { Policy } from '../model/policy.ts'

export type CompressPolicyOptions = { readonly threshold?: number; readonly targetTokens?: number; readonly instructions?: string }

/** The newest messages are what is being talked about: they stay word by word. */
const newest = 4

/**
 * Compresses when the context reaches a share of the budget: `threshold` 0.8 is 80 %. The newest messages stay. After a rejection it asks again
 * when the context has grown by a tenth of the budget, or something else stands at its beginning. Without a budget it rests.
 * @example
 * tract.configurePolicies([compressPolicy({ threshold: 0.7, instructions: 'Keep the numbers.' })])
 * tract.config.policies.map(({ name }) => name) // → ['compress']
 */
export function compressPolicy({ threshold = 0.8, ...wish }: CompressPolicyOptions = {}): Policy {
  return {
    name: 'compress', trigger: 'commit', priority: 10,
    settings: { policy: 'compress', threshold, ...wish },
    evaluate: ({ status, context }) => {
      const pct = status.budget?.pct ?? 0
      if (pct < threshold * 100) return null
      const range = rangeIn(context)
      if (range === null) return null
      return {
        tool: 'compress', args: { ...range, ...wish },
        reason: `The context takes ${Math.round(pct)} % of its budget; the limit is ${Math.round(threshold * 100)} %.`,
        situation: `${Math.floor(pct / 10)}0 % from ${range.from}`,
      }
    },
  }
}

/** From the first message that isn't pinned to the last of the older ones; null where there aren't two of them. */
function rangeIn({ messages }: CompiledContext): { readonly from: MessageId; readonly to: MessageId } | null {
  const older = messages.slice(0, -newest).filter(({ priority }) => priority === 'normal')
  const [first, last] = [older[0], older.at(-1)]
  return first === undefined || last === undefined || first === last ? null : { from: first.messageId, to: last.messageId }
}
