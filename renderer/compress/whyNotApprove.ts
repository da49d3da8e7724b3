import type { CompressEffect, CompressView } from '../../main/contract/compress.ts'

type Facts = {
  readonly nothing: CompressView['nothing']
  readonly isWriting: boolean
  readonly isStale: boolean
  /** The runs whose words a model was stopped in. */
  readonly unfinished: readonly number[]
  readonly texts: readonly string[]
  /** Of each run, what its summary stands for. */
  readonly originalTokens: readonly number[]
  /** null while it is being worked out. */
  readonly effect: CompressEffect | null
  /** Why the words can't be put in force, as the core says. */
  readonly refusal: string | null
}

/** Why the summaries can't be put in force now; null when they can. */
export function whyNotApprove({ nothing, isWriting, isStale, unfinished, texts, originalTokens, effect, refusal }: Facts): string | null {
  if (nothing !== null) return nothingWords[nothing]
  if (isWriting) return 'The model is still writing'
  if (isStale) return 'The steps changed since: refresh first'
  if (unfinished.length > 0) return 'It was stopped before its end: finish it, or take it as it is'
  const empty = texts.findIndex((text) => text.trim() === '')
  if (empty >= 0) return texts.length === 1 ? 'The summary is empty' : `Summary ${empty + 1} is empty`
  if (refusal !== null) return refusal
  if (effect === null) return workingOut
  if (!effect.pinned.areSame) return 'A pinned step would change'
  const long = effect.summaryTokens.findIndex((tokens, run) => tokens >= (originalTokens[run] ?? Infinity))
  if (long < 0) return null
  return `${texts.length === 1 ? 'The summary' : `Summary ${long + 1}`} is no shorter than what it stands for (${effect.summaryTokens[long]} of ${originalTokens[long]} tokens)`
}

/** The one reason that goes by itself, in a moment. */
export const workingOut = 'Its effect is being worked out'

export const nothingWords: { readonly [Why in NonNullable<CompressView['nothing']>]: string } = {
  empty: 'There is nothing in this range to summarise',
  allPinned: 'Everything here is kept always or was left out',
  allSkipped: 'Everything here is hidden from the model',
}
