import type { Forecast } from '../../main/contract/chat.ts'

type Facts = Pick<Forecast, 'config' | 'maxOutputTokens' | 'contextTokens' | 'price'>

/** What sending would take: `out` is the most the answer can have, null when nothing limits it; `costUsd` null when no price is known. */
export type Sending = {
  readonly in: number
  readonly out: number | null
  readonly costUsd: number | null
  /** Whether the cost has the longest answer in it, as one that costs nothing always is, or only what goes in. */
  readonly hasAnswer: boolean
  /** Tokens over what the model takes; 0 when it fits, or when that isn't known. */
  readonly over: number
}

/** `inTokens`: the context, the message and its files. Prices are per million tokens. */
export function sendingFacts({ config, maxOutputTokens, contextTokens, price }: Facts, inTokens: number): Sending {
  const out = config.values.maxTokens ?? maxOutputTokens
  const costUsd = price === null ? null : (inTokens * price.inputUsd + (out ?? 0) * price.outputUsd) / 1_000_000
  return { in: inTokens, out, costUsd, hasAnswer: out !== null || price?.outputUsd === 0, over: contextTokens === null ? 0 : Math.max(0, inTokens - contextTokens) }
}
