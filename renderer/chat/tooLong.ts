import type { FaultData } from '../../core/model/fault.ts'
import type { MessageId } from '../../core/model/ids.ts'
import type { Forecast } from '../../main/contract/chat.ts'
import type { XrayLine } from '../../main/contract/history.ts'
import { modelName } from './modelWords.ts'
import { sendingFacts } from './sendingFacts.ts'

/** Tokens: what the model takes at most and what it would get, each null where nobody knows. */
export type TooLongFacts = { readonly model: string; readonly limit: number | null; readonly sent: number | null; /** We counted, not the provider. */ readonly isEstimate: boolean }

/** Whether `inTokens` are more than the model takes, before anything is sent; null while they fit or its limit isn't known. */
export function overLimit(forecast: Forecast, inTokens: number): TooLongFacts | null {
  return sendingFacts(forecast, inTokens).over === 0 ? null : { model: modelName(forecast), limit: forecast.contextTokens, sent: inTokens, isEstimate: true }
}

/** The same as a provider told it; what it left out is filled in by what is known here. */
export function refusedLength({ model, limit, sent }: FaultData['llm/too-long'], forecast: Forecast | undefined): TooLongFacts {
  return { model, limit: limit ?? forecast?.contextTokens ?? null, sent, isEstimate: false }
}

export type Hiding = { readonly messages: readonly MessageId[]; readonly tokens: number }

/** The largest steps that can be hidden without taking away rules, what is kept always, or what it is all about: the question. */
export function largestSteps(lines: readonly XrayLine[], about: readonly MessageId[], most = 3): Hiding {
  const found = lines.filter((line) => line.role !== 'system' && line.priority !== 'pinned' && !about.includes(line.messageId) && line.tokens > 0)
  const largest = found.toSorted((a, b) => b.tokens - a.tokens).slice(0, most)
  return { messages: largest.map(({ messageId }) => messageId), tokens: largest.reduce((sum, { tokens }) => sum + tokens, 0) }
}
