import type { MissedFact } from '../../model/compress.ts'
import { textOf } from '../../model/contentTypes.ts'
import { getBlob } from '../../store/blobs.ts'
import type { ReadDb } from '../../store/database.ts'
import type { Run } from './compressRuns.ts'

/** What must be kept: a text as it stands, or a pattern. */
export type Fact = string | RegExp

/** A pattern is tried from the start each time: its own `lastIndex` is neither used nor moved. */
export const isIn = (text: string, fact: Fact): boolean => (typeof fact === 'string' ? text.includes(fact) : new RegExp(fact.source, fact.flags).test(text))

export const isInAny = (texts: readonly string[], fact: Fact): boolean => texts.some((text) => isIn(text, fact))

/** What no summary says. `run` is the first whose messages say it; 0 where none do. */
export function missedFacts(runs: readonly { readonly said: readonly string[]; readonly summary: string }[], mustKeep: readonly Fact[]): readonly MissedFact[] {
  const summaries = runs.map(({ summary }) => summary)
  return mustKeep.filter((fact) => !isInAny(summaries, fact)).map((fact) => ({ run: Math.max(0, runs.findIndex(({ said }) => isInAny(said, fact))), expected: String(fact) }))
}

/** The same, of runs as they stand in a context and one summary each. Where nothing must be kept, nothing is read. */
export function missedOf(db: ReadDb, runs: readonly Run[], summaries: readonly string[], mustKeep: readonly Fact[] = []): readonly MissedFact[] {
  if (mustKeep.length === 0) return []
  const saidIn = (run: Run) => run.map(({ blob }) => textOf(getBlob(db, blob).content, db.types))
  return missedFacts(runs.map((run, nth) => ({ said: saidIn(run), summary: summaries[nth] ?? '' })), mustKeep)
}
