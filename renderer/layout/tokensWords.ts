import type { ReportedTokens, Status } from '../../core/model/context.ts'
import { spaced } from '../words/numbers.ts'

const sources: { readonly [Source in Status['tokenSource']]: string } = {
  estimate: 'Tokens the model sees, counted here',
  provider: 'Tokens the model sees, as the provider counted',
  mixed: 'Tokens the model sees: as the provider counted, what came since counted here',
}

/** Where the number of tokens comes from, and how far our own counting was off the provider's. */
export function tokensWords({ tokenSource, reported }: Pick<Status, 'tokenSource' | 'reported'>): string {
  const drift = reported && driftWords(reported)
  return drift ? `${sources[tokenSource]}. ${drift}` : sources[tokenSource]
}

/** null below one per cent: that is no drift. */
function driftWords({ inputTokens, estimated, model }: ReportedTokens): string | null {
  const percent = Math.round(((estimated - inputTokens) / Math.max(1, inputTokens)) * 100)
  if (percent === 0) return null
  return `Counted here it has been ${Math.abs(percent)} % ${percent < 0 ? 'low' : 'high'}${model === null ? '' : ` for ${model}`} (${spaced(estimated)} for ${spaced(inputTokens)})`
}
