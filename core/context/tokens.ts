import { createRequire } from 'node:module'
import type { Encoding } from '../model/config.ts'
import type { Content, Role } from '../model/content.ts'
import { nameOf, ownTypes, textOf, type TypeRows } from '../model/contentTypes.ts'
import { bytePairCounter } from './bytePairs.ts'
import { splitLongRuns } from './longRuns.ts'
import { makeVocabulary } from './vocabulary.ts'

/** `gpt-tokenizer` lends its tables, and we count with them; `js-tiktoken` is the reference, whose counts are equal and take hundreds of times as long. */
export type TokenEngine = 'gpt-tokenizer' | 'js-tiktoken'
export type TokenCounter = {
  readonly encoding: Encoding
  readonly engine: TokenEngine
  /** Tokens of a text. Special tokens in it are text like any other. The first engine takes n log n steps at most, whatever the text. */
  count(text: string): number
}

/** The counter of an encoding. Its tables are loaded when the first text is counted, once in a process. */
export function tokenCounter(encoding: Encoding, engine: TokenEngine = 'gpt-tokenizer'): TokenCounter {
  return {
    encoding,
    engine,
    count(text) {
      const countPiece = loadedCount(encoding, engine)
      return splitLongRuns(text).reduce((total, piece) => total + countPiece(piece), 0)
    },
  }
}

/** Tokens of one message in a request: 3, its role, its text, and one more with its name. Source: OpenAI's chat formula. */
export function messageTokens(counter: TokenCounter, { role, content }: { readonly role: Role; readonly content: Content }, types: TypeRows = ownTypes): number {
  const name = nameOf(content)
  return 3 + counter.count(role) + counter.count(textOf(content, types)) + (name === null ? 0 : 1 + counter.count(name))
}

type Count = (text: string) => number

const loaded = new Map<string, Count>()

function loadedCount(encoding: Encoding, engine: TokenEngine): Count {
  const id = `${engine}/${encoding}`
  const known = loaded.get(id)
  if (known) return known
  const count = load[engine](encoding)
  loaded.set(id, count)
  return count
}

/** Not imported: the tables take a fifth of a second, and counting must be possible without waiting. Not named `require`: the bundle has one. */
const requireLater = createRequire(import.meta.url)

const load: { readonly [Engine in TokenEngine]: (encoding: Encoding) => Count } = {
  'gpt-tokenizer': (encoding) => {
    const { default: tokens } = requireLater(`gpt-tokenizer/bpeRanks/${encoding}`) as typeof import('gpt-tokenizer/bpeRanks/o200k_base')
    const patterns = requireLater('gpt-tokenizer/encodingParams/constants') as typeof import('gpt-tokenizer/encodingParams/constants')
    return bytePairCounter(makeVocabulary(tokens), encoding === 'o200k_base' ? patterns.O200K_TOKEN_SPLIT_REGEX : patterns.CL100K_TOKEN_SPLIT_REGEX)
  },
  'js-tiktoken': (encoding) => {
    const { Tiktoken } = requireLater('js-tiktoken/lite') as typeof import('js-tiktoken/lite')
    const tiktoken = new Tiktoken(requireLater(`js-tiktoken/ranks/${encoding}`) as ConstructorParameters<typeof Tiktoken>[0])
    return (text) => tiktoken.encode(text, [], []).length
  },
}
