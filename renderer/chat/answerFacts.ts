import type { CallFacts, TranscriptMessage } from '../../core/model/context.ts'
import type { EpochMs } from '../../core/model/ids.ts'
import type { StopReason } from '../../core/model/reply.ts'
import { clock, day, dayAndClock } from '../words/times.ts'

/** Tokens a second while words came, not while the model was still reading. null when it can't be known. */
export function tokensPerSecond(call: Pick<CallFacts, 'durationMs' | 'firstTokenMs' | 'usage'>): number | null {
  const writingMs = call.durationMs - (call.firstTokenMs ?? 0)
  if (call.usage === null || writingMs < 50) return null
  return Math.round((call.usage.outputTokens * 1000) / writingMs)
}

const endings: { readonly [Reason in StopReason]: string | null } = {
  end: null,
  length: 'stopped at its token limit',
  stopSequence: 'stopped at a stop sequence',
  toolCalls: 'waits for its tools',
  filtered: 'cut by the provider’s filter',
}
/** Why it ended, where that isn't simply the end. */
export const endingOf = (reason: StopReason | null): string | null => (reason === null ? null : endings[reason])

/** Whether a model wrote it, so that there is something to say about how. */
export const isModelAnswer = ({ content, role, call, generationConfig }: Pick<TranscriptMessage, 'content' | 'role' | 'call' | 'generationConfig'>): boolean =>
  role === 'assistant' && (call !== null || (content.type === 'dialogue' && generationConfig !== null))

/** How many tokens a text roughly has: about four letters each, scripts without blanks about one a character. Only for text that isn't counted yet. */
export function roughTokens(text: string): number {
  let dense = 0
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x2e7f) dense += 1
  return Math.ceil((text.length - dense) / 4 + dense * 0.8)
}

/** `0.6 s`, `12 s`, `2 min 5 s`. */
export function spanWords(ms: number): string {
  const seconds = ms / 1000
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`
  if (seconds < 59.5) return `${Math.round(seconds)} s`
  const whole = Math.round(seconds)
  return whole % 60 === 0 ? `${whole / 60} min` : `${Math.floor(whole / 60)} min ${whole % 60} s`
}

/** `14:03`; with the day in front when it wasn't today. */
export const whenWords = (at: EpochMs, now: EpochMs = Date.now()): string => (day(at, now) === 'today' ? clock(at) : dayAndClock(at, now))
