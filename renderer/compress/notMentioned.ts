import type { MessageId } from '../../core/model/ids.ts'

export type MissingKind = 'number' | 'date' | 'name' | 'identifier' | 'question'
/** Something that the originals say and the summary doesn't, and where it was said first. */
export type Missing = { readonly text: string; readonly kind: MissingKind; readonly messageId: MessageId; readonly run: number }
type Original = { readonly messageId: MessageId; readonly run: number; readonly text: string; /** Only words of people and models ask questions; a tool's output is full of signs. */ readonly isSpoken: boolean }

/** More than this nobody reads: what is said in most places comes first. */
const most = 24

/**
 * Names, numbers, dates, identifiers and open questions of the originals that don't stand in the summary, letter by letter. It compares texts and
 * knows nothing of their meaning: what it lists may be fine to lose, and what it doesn't list may be missing.
 */
export function notMentioned(originals: readonly Original[], summary: string): readonly Missing[] {
  const told = flat(summary)
  const found = new Map<string, Missing & { readonly times: number }>()
  for (const original of originals) {
    for (const { text, kind } of factsIn(original)) {
      const key = flat(text)
      const known = found.get(key)
      if (known !== undefined) found.set(key, { ...known, times: known.times + 1 })
      else if (!isTold(told, key, kind)) found.set(key, { text, kind, messageId: original.messageId, run: original.run, times: 1 })
    }
  }
  const all = [...found.values()]
  const whole = all.filter((one) => !all.some((other) => other !== one && other.kind !== 'question' && flat(other.text).length > flat(one.text).length && flat(other.text).includes(flat(one.text))))
  return whole.toSorted((a, b) => order[a.kind] - order[b.kind] || b.times - a.times).slice(0, most).map(({ text, kind, messageId, run }) => ({ text, kind, messageId, run }))
}

const order: { readonly [Kind in MissingKind]: number } = { question: 0, identifier: 1, date: 2, number: 3, name: 4 }
type Fact = { readonly text: string; readonly kind: MissingKind }

function factsIn({ text, isSpoken }: Original): readonly Fact[] {
  const taken: Fact[] = []
  let rest = text
  for (const [kind, pattern] of patterns) {
    rest = rest.replace(pattern, (match: string) => {
      taken.push({ kind, text: match.trim() })
      return ' '.repeat(match.length)
    })
  }
  if (!isSpoken) return taken
  return [...taken, ...namesIn(rest), ...questionsIn(text)]
}

const months = 'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?'
/** In this order: what one has taken, the next doesn't see. */
const patterns: readonly (readonly [MissingKind, RegExp])[] = [
  ['identifier', /\b[\w.+-]+@[\w-]+\.[\w.]+\w|https?:\/\/[^\s)"']+/g],
  ['date', new RegExp(`\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}\\b|\\b\\d{1,2}\\.? (?:${months})\\b(?: \\d{4})?|\\b(?:${months}) \\d{1,2}\\b(?:, \\d{4})?|\\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b`, 'g')],
  ['identifier', /\b(?=[A-Za-z0-9-]*\d)(?=[A-Za-z0-9-]*[A-Z-])[A-Z0-9]+(?:-[A-Z0-9]+)+\b|\b[a-z][a-z0-9]*(?:_[a-z0-9]+)+\b|\b[a-z]+(?:[A-Z][a-z0-9]+)+\b|\b[A-Z]{2,}\d+\w*\b|`[^`\n]{2,60}`/g],
  ['number', /(?:[$€£]\s?)?\b\d+(?:[.,\u2009 ]\d{3})*(?:[.,]\d+)?\b(?:\s?(?:%|€|\$|£|percent\b|(?:days?|weeks?|months?|years?|hours?|minutes?|km|kg|cm|mm)\b))?/g],
]

/** Words with a capital that don't begin a sentence; neighbours are one name. */
function namesIn(text: string): readonly Fact[] {
  const found = text.matchAll(/(?<![.!?:;]\s|[.!?:;]["”']\s|^\s*|\n\s*|["“(*#-]\s*)\b\p{Lu}\p{Ll}{2,}(?:[ -]\p{Lu}\p{Ll}{2,})*/gu)
  return [...found].map(([name]) => ({ kind: 'name', text: name }))
}

const questionsIn = (text: string): readonly Fact[] => (text.match(/[^.!?\n]{8,160}\?/g) ?? []).slice(-1).map((question) => ({ kind: 'question', text: question.trim() }))

/** A question counts as told when most of its longer words are. */
function isTold(told: string, key: string, kind: MissingKind): boolean {
  if (kind !== 'question') return new RegExp(`(?<![\\p{L}\\p{N}])${key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'u').test(told)
  const words = key.match(/[\p{L}\p{N}]{4,}/gu) ?? []
  return words.filter((word) => told.includes(word)).length > words.length / 2
}

/** Without case, gaps in numbers and marks of code. */
const flat = (text: string): string => text.toLowerCase().replace(/`/g, '').replace(/(?<=\d)[\u2009\u00a0 ,](?=\d{3}\b)/g, '').replace(/\s+/g, ' ').trim()
