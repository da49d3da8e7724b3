import type { Random } from './random.ts'

/** A query as it is meant, and as it is typed. */
export type Wanted = { readonly text: string; readonly matches: (words: readonly string[]) => boolean }

const vocabulary = ['apple', 'apply', 'banana', 'band', 'über', 'uber', 'Cherry', '中文', '中国', '文字', 'かな', 'x1', 'data', 'database'] as const

export const someText = (random: Random): string => Array.from({ length: 1 + random.below(7) }, () => random.pick(vocabulary)).join(random.pick([' ', ' ', ', ', '\n', '-']))

/** The words of a text: letters and digits in small letters without accents; of Chinese and Japanese each character. */
export const wordsIn = (text: string): readonly string[] => text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').match(/[\p{Script=Han}\p{Script=Hiragana}]|[a-z0-9]+/gu) ?? []

/** A query of one or two parts: a word, a phrase, a beginning; wanted, or not. */
export function someQuery(random: Random): Wanted {
  const [first, second] = [somePart(random), somePart(random)]
  switch (random.weighted({ one: 4, both: 3, either: 2, without: 2 })) {
    case 'one':
      return first
    case 'both':
      return { text: `${first.text} ${second.text}`, matches: (words) => first.matches(words) && second.matches(words) }
    case 'either':
      return { text: `${first.text} OR ${second.text}`, matches: (words) => first.matches(words) || second.matches(words) }
    case 'without':
      return { text: `-${second.text} ${first.text}`, matches: (words) => first.matches(words) && !second.matches(words) }
  }
}

function somePart(random: Random): Wanted {
  const [word, next] = [random.pick(vocabulary), random.pick(vocabulary)]
  switch (random.weighted({ word: 4, phrase: 2, beginning: 3 })) {
    case 'word':
      return { text: random.chance(0.3) ? word.toUpperCase() : word, matches: (words) => hasRun(words, wordsIn(word), false) }
    case 'phrase':
      return { text: `"${word} ${next}"`, matches: (words) => hasRun(words, wordsIn(`${word} ${next}`), false) }
    case 'beginning': {
      const beginning = Array.from(word).slice(0, 1 + random.below(3)).join('')
      return { text: `${beginning}*`, matches: (words) => hasRun(words, wordsIn(beginning), true) }
    }
  }
}

/** Whether `run` stands in `words`, one after the other; the last may go on. */
function hasRun(words: readonly string[], run: readonly string[], goesOn: boolean): boolean {
  return words.some((_, at) => run.every((wanted, i) => (goesOn && i === run.length - 1 ? words[at + i]?.startsWith(wanted) : words[at + i] === wanted)))
}
