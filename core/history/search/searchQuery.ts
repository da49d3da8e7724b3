import { Fault } from '../../model/fault.ts'
import { plainText, withSeams } from '../../model/searchWords.ts'
import { haveWords } from '../../store/searchScratch.ts'

/** What a person typed, as expressions of FTS5: `all` says what a text must have and not have, `any` what is marked in it. */
export type SearchQuery = { readonly all: string; readonly any: string }

const mostCharacters = 2000

/**
 * Reads a query: every word must occur, in any form of letters; "several words" one after the other; prefix* any ending; -without must not occur; OR
 * between two words takes either. Signs that are no words are passed over, so that no text can be a wrong query, only an empty one.
 * Faults: `search/bad-query`.
 */
export function parseSearch(text: string): SearchQuery {
  if (typeof text !== 'string') throw new Fault('search/bad-query', { found: 'it is not a text' })
  if (text.length > mostCharacters) throw new Fault('search/bad-query', { found: `it is longer than ${mostCharacters} characters` })
  const { needed, without } = group(withWords(termsOf(plainText(text))))
  if (needed.length === 0) throw new Fault('search/bad-query', { found: without.length > 0 ? 'it says only what must not be there' : 'there is no word in it' })
  const all = needed.map(either).join(' AND ')
  return { all: without.length === 0 ? all : `(${all}) NOT ${either(without)}`, any: needed.flat().join(' OR ') }
}

type Term = { readonly kind: 'word' | 'without' | 'or'; /** As FTS5 takes it; null where it has no words. */ readonly phrase: string | null }

const termPattern = /(-)?(?:["“”„]([^"“”„]*)(?:["“”„]|$)(\*?)|([^\s"“”„]+))/g

function termsOf(text: string): readonly Term[] {
  return Array.from(text.matchAll(termPattern), ([whole, minus, quoted, star, word = '']): Term => {
    if (whole === 'OR') return { kind: 'or', phrase: phraseOf(whole, false) }
    const isPrefix = quoted === undefined ? word.endsWith('*') : star === '*'
    return { kind: minus ? 'without' : 'word', phrase: phraseOf(quoted ?? word, isPrefix) }
  })
}

const phraseOf = (words: string, isPrefix: boolean): string => `"${withSeams(words)}"${isPrefix ? ' *' : ''}`

/** Which of them have words is for the index to say. */
function withWords(terms: readonly Term[]): readonly Term[] {
  const found = haveWords(terms.map(({ phrase }) => phrase ?? ''))
  return terms.map((term, i) => (found[i] ? term : { ...term, phrase: null }))
}

/** What must occur, each time one of several; and what must not. OR that doesn't stand between two words is a word. */
function group(terms: readonly Term[]): { readonly needed: readonly (readonly string[])[]; readonly without: readonly string[] } {
  const needed: string[][] = []
  const without: string[] = []
  let joins = false
  terms.forEach(({ kind, phrase }, i) => {
    const isOr = kind === 'or' && !joins && terms[i - 1]?.kind === 'word' && terms[i + 1]?.kind === 'word'
    const words = phrase === null ? [] : [phrase]
    if (kind === 'without') without.push(...words)
    else if (joins) needed.at(-1)?.push(...words)
    else if (!isOr) needed.push(words)
    joins = isOr
  })
  return { needed: needed.filter((one) => one.length > 0), without }
}

const either = (phrases: readonly string[]): string => (phrases.length === 1 ? phrases.join('') : `(${phrases.join(' OR ')})`)
