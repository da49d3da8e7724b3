import { tokenCounter } from '../../context/tokens.ts'

/** Characters that are counted. Of a longer text so many are, in pieces from all over it: enough to choose a window, and never slow. */
const countedLength = 131_072
const pieces = 16
/** A model's own tokenizer may need more than ours. */
const margin = 1.25
/** What a template adds, and an answer needs, where no limit is set. */
const templateTokens = 256
const answerTokens = 2048
/** Another size means that the model is loaded anew, so the steps are few. */
const smallestWindow = 8192

const counter = tokenCounter('o200k_base')

/** About how many tokens a text has. */
export function tokensOf(text: string): number {
  if (text.length <= countedLength) return counter.count(text)
  const length = countedLength / pieces
  const starts = Array.from({ length: pieces }, (_, at) => Math.floor((at * (text.length - length)) / (pieces - 1)))
  const counted = starts.reduce((total, start) => total + counter.count(text.slice(start, start + length)), 0)
  return Math.ceil((counted * text.length) / countedLength)
}

/** What is to be read, in our tokens, what may be written, and how far the model itself reaches (null: not known, and then the server sees to it). */
export type Need = { readonly sent: number; readonly tools: number; readonly maxTokens: number | undefined; readonly limit: number | null }

/** The smallest window that holds it: a power of two, at most the model's own limit. */
export function windowFor({ sent, tools, maxTokens, limit }: Need): number {
  const need = Math.ceil((sent + tools) * margin) + (maxTokens ?? answerTokens) + templateTokens
  const step = 2 ** Math.ceil(Math.log2(Math.max(need, smallestWindow)))
  return limit === null ? step : Math.min(step, limit)
}

export type Reading = {
  /** In our tokens, without tools: templates write those in many ways. */
  readonly sent: number
  /** As the server counted; null when it didn't. */
  readonly read: number | null
  readonly window: number
}

/** Whether the model can't have read all of it: more was sent than its window holds, or far less was read than was sent. See docs/decisions/0015. */
export function wasCut({ sent, read, window }: Reading): boolean {
  if (sent > window && (read === null || read < 0.9 * sent)) return true
  return read !== null && read < 0.6 * sent && sent - read > 100
}
