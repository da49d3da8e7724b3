import type { MessageId } from '../../core/model/ids.ts'

type Original = { readonly messageId: MessageId; readonly text: string }

/** How much of a sentence must stand in a message for it to be a likely source, and how many are told at most. */
const least = 0.34
const most = 3

/** The sentence around a place in a text; null between sentences that are empty. */
export function sentenceAt(text: string, place: number): string | null {
  let from = 0
  for (const [sentence] of text.matchAll(/[^.!?\n]*(?:[.!?](?!\s|$)[^.!?\n]*)*(?:[.!?]+["”')]*|\n+|$)\s*/g)) {
    const to = from + sentence.length
    if (sentence.length > 0 && place >= from && (place < to || to === text.length)) return sentence.trim() === '' ? null : sentence.trim()
    from = to
  }
  return null
}

/** The messages that share most of a sentence's words, rare ones counting more. "Likely": words that are alike are no proof. */
export function likelySources(sentence: string, originals: readonly Original[]): readonly MessageId[] {
  const bags = originals.map(({ messageId, text }) => ({ messageId, words: wordsOf(text) }))
  const weigh = (word: string): number => 1 / bags.filter(({ words }) => words.has(word)).length
  const asked = [...wordsOf(sentence)].filter((word) => bags.some(({ words }) => words.has(word)))
  const whole = asked.reduce((sum, word) => sum + weigh(word), 0)
  if (whole === 0) return []
  const scored = bags.map(({ messageId, words }) => ({ messageId, share: asked.reduce((sum, word) => sum + (words.has(word) ? weigh(word) : 0), 0) / whole }))
  return scored.filter(({ share }) => share >= least).toSorted((a, b) => b.share - a.share).slice(0, most).map(({ messageId }) => messageId)
}

const common = new Set('about after also been before could does each from have here into just like more most much must only other over said same should some such than that their them then there these they this those through under user very were what when where which while will with would your assistant'.split(' '))
const wordsOf = (text: string): ReadonlySet<string> => new Set((text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}-]{2,}/gu) ?? []).filter((word) => (word.length > 3 || /\d/.test(word)) && !common.has(word)))
