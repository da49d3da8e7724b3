import { createRequire } from 'node:module'
import type { Encoding } from '../model/config.ts'
import type { Content, Role } from '../model/content.ts'
import { nameOf, ownTypes, textOf, type TypeRows } from '../model/contentTypes.ts'
import { splitLongRuns } from './longRuns.ts'

/** `gpt-tokenizer` is the faster; `js-tiktoken` the reference. Their counts are equal. */
export type TokenEngine = 'gpt-tokenizer' | 'js-tiktoken'
export type TokenCounter = {
  readonly encoding: Encoding
  readonly engine: TokenEngine
  /** Tokens of a text. Special tokens in it are text like any other. Never slow, whatever the text. */
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

/** Not imported: the tables take 70 MB and a tenth of a second, and counting must be possible without waiting. Not named `require`: the bundle has one. */
const requireLater = createRequire(import.meta.url)

const load: { readonly [Engine in TokenEngine]: (encoding: Encoding) => Count } = {
  'gpt-tokenizer': (encoding) => {
    const { countTokens } = requireLater(`gpt-tokenizer/encoding/${encoding}`) as typeof import('gpt-tokenizer/encoding/o200k_base')
    const asText = { disallowedSpecial: new Set<string>() }
    return (text) => countTokens(text, asText)
  },
  'js-tiktoken': (encoding) => {
    const { Tiktoken } = requireLater('js-tiktoken/lite') as typeof import('js-tiktoken/lite')
    const tiktoken = new Tiktoken(requireLater(`js-tiktoken/ranks/${encoding}`) as ConstructorParameters<typeof Tiktoken>[0])
    return (text) => tiktoken.encode(text, [], []).length
  },
}
