import { createRequire } from 'node:module'
import { tokenCounter } from '../../core/context/tokens.ts'
import type { Encoding } from '../../core/model/config.ts'
import { randomOf } from '../../test/helpers/random.ts'
import { textKinds } from '../../test/helpers/textKinds.ts'
import type { Figure } from '../figures.ts'
import { quantile } from '../ratios.ts'

/**
 * Counting 100 kB of every kind of text, each a text that wasn't counted before; the median of a few. In CPU time, which is what it takes where nothing else
 * runs. Beside it, gpt-tokenizer's own counting of prose.
 */
export function counting(encoding: Encoding): Figure {
  const { countTokens } = createRequire(import.meta.url)(`gpt-tokenizer/encoding/${encoding}`) as typeof import('gpt-tokenizer/encoding/o200k_base')
  const counter = tokenCounter(encoding)
  const kinds = Object.keys(textKinds)
  medianMs('prose', counter.count) // loads the tables
  const [ours, theirs] = [medianMs('prose', counter.count), medianMs('prose', countTokens)]
  const slowest = kinds.map((kind) => ({ kind, ms: medianMs(kind, counter.count) })).reduce((most, row) => (row.ms > most.ms ? row : most))
  return {
    name: `counting 100 kB, ${encoding}, ${kinds.length} kinds of text`,
    value: `slowest ${slowest.ms.toFixed(0)} ms of work (${slowest.kind}), prose ${ours.toFixed(0)} ms, ${(theirs / ours).toFixed(1)} × as fast as gpt-tokenizer`,
    goal: '≤ 50 ms',
  }
}

let seed = 0

function medianMs(kind: string, count: (text: string) => number): number {
  const make = textKinds[kind]!
  return quantile(Array.from({ length: 5 }, () => {
    const text = make(randomOf(++seed), 100_000)
    const before = process.threadCpuUsage()
    count(text)
    return process.threadCpuUsage(before).user / 1000
  }), 0.5)
}
