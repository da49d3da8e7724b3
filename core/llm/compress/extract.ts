import type { SummaryTask } from './summaryPrompt.ts'

/** About what a token is in plain English, in characters: close enough to keep to a length. */
const charactersOfToken = 4
const damping = 0.85
/** What share of the originals a summary takes at most, and what still is one where a sentence can't be had shorter. */
const [worthIt, enough] = [0.6, 0.8]
const rounds = 30

type Sentence = { readonly text: string; readonly who: string; readonly at: number; readonly words: ReadonlySet<string> }

/**
 * The sentences that say most, in the order they were said, as many as fit the length: they are ranked by how much they share with the others
 * (TextRank, Mihalcea and Tarau 2004). The same messages always give the same summary.
 */
export function extractSummary({ originals, tokens, words = [], earlier }: SummaryTask): string {
  const sentences = originals.flatMap(({ role, content }) => sentencesOf(content).map((text) => ({ text, who: role, words: wordsOf(text) }))).map((sentence, at) => ({ ...sentence, at }))
  const whole = originals.reduce((sum, { content }) => sum + content.length, 0)
  const wanted = Math.min(lengthWanted(tokens, earlier?.guidance ?? '') * charactersOfToken, whole * worthIt)
  const ranks = rank(sentences)
  const said = new Set<string>()
  const must = sentences.filter(({ text }) => words.some((word) => text.includes(word)))
  const chosen = new Set<Sentence>(must)
  let length = must.reduce((sum, { text }) => sum + text.length, 0)
  for (const sentence of sentences.toSorted((a, b) => (ranks[b.at] ?? 0) - (ranks[a.at] ?? 0) || a.at - b.at)) {
    if (chosen.has(sentence) || said.has(sentence.text) || (length + sentence.text.length > wanted && chosen.size > 0)) continue
    chosen.add(sentence)
    said.add(sentence.text)
    length += sentence.text.length
  }
  return fitted([...chosen].toSorted((a, b) => a.at - b.at), whole, words)
}

/** Shorter than what it is made of. Of very little there is only a part of one sentence, without who said it. */
function fitted(sentences: readonly Sentence[], whole: number, must: readonly string[]): string {
  const [full, bare] = [told(sentences), sentences.map(({ text }) => text).join(' ')]
  const short = [full, bare].find((text) => text.length <= whole * enough)
  if (short !== undefined) return short
  const cut = beginningOf(bare, whole * worthIt)
  return must.some((words) => bare.includes(words) && !cut.includes(words)) ? bare : cut
}

/** As many words as fit, one at least; of what has no gaps, a part. */
function beginningOf(text: string, length: number): string {
  const parts = text.match(/\s*\S{1,24}/gu) ?? []
  const from = parts.findIndex((_, at) => parts.slice(0, at + 1).join('').length > length)
  const cut = parts.slice(0, from < 0 ? undefined : Math.max(1, from)).join('')
  return cut.length < text.length ? `${cut.replace(/[\s,;:.]+$/, '').toWellFormed()}…` : text
}

/** Shorter or longer, where that is what shall be otherwise. */
function lengthWanted(tokens: number, guidance: string): number {
  if (/short|brief|less/i.test(guidance)) return Math.ceil(tokens / 2)
  return /long|more|detail/i.test(guidance) ? tokens * 2 : tokens
}

/** Who said it stands before what they said, once a turn. */
function told(sentences: readonly Sentence[]): string {
  const parts: string[] = []
  let last = ''
  for (const { who, text } of sentences) {
    if (who === last) parts.push(`${parts.pop() ?? ''} ${text}`)
    else parts.push(`${speakers[who] ?? who}: ${text}`)
    last = who
  }
  return parts.join('\n')
}
const speakers: { readonly [role: string]: string } = { user: 'User', assistant: 'Assistant', system: 'Rule', tool: 'Tool' }

/** What holds no word is none, unless there is nothing else. */
function sentencesOf(text: string): readonly string[] {
  const plain = text.replace(/[*_`#>]+/g, '').replace(/\s+/g, ' ').trim()
  const all = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(plain)].map(({ segment }) => segment.trim()).filter((sentence) => sentence.length > 1)
  const worded = all.filter((sentence) => /\p{L}{2}/u.test(sentence))
  return (worded.length > 0 ? worded : all).map((sentence) => (sentence.length <= 400 ? sentence : `${sentence.slice(0, 399).toWellFormed()}…`))
}

const wordsOf = (text: string): ReadonlySet<string> => new Set((text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []))

function rank(sentences: readonly Sentence[]): readonly number[] {
  const few = sentences.slice(0, mostRanked) // the square of it is compared
  const weights = few.map((a) => few.map((b) => (a === b ? 0 : likeness(a.words, b.words))))
  const sums = weights.map((row) => row.reduce((sum, weight) => sum + weight, 0))
  let ranks = few.map(() => 1)
  for (let round = 0; round < rounds; round += 1) {
    ranks = few.map((_, at) => 1 - damping + damping * few.reduce((sum, __, from) => sum + ((sums[from] ?? 0) === 0 ? 0 : ((weights[from]?.[at] ?? 0) / (sums[from] ?? 1)) * (ranks[from] ?? 0)), 0))
  }
  return ranks
}
const mostRanked = 400

/** Words in common, over what two sentences of their length could have by chance. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size < 2 || b.size < 2) return 0
  let common = 0
  for (const word of a) if (b.has(word)) common += 1
  return common / (Math.log(a.size) + Math.log(b.size))
}
