import type { OpenWorkspace, TractHandle } from '../journal/openWorkspace.ts'
import { type Act, takenBack, type Turn } from '../journal/progress.ts'
import type { BlobHash } from '../model/ids.ts'
import { listTurns } from '../store/journalPlaces.ts'
import { journalEnd } from '../store/journalRows.ts'
import { listPolicyNotesAfter } from '../store/policyNotes.ts'
import type { TractKey } from '../store/tracts.ts'

/** What was noted of one evaluation. `said`: a note with the act and the reason. */
export type Noted = {
  readonly policy: string
  readonly situation: string
  readonly said: BlobHash
  readonly outcome: NotedOutcome
}
export type NotedOutcome =
  | { readonly kind: 'executed'; readonly operation: number }
  | { readonly kind: 'proposed'; readonly proposal: string }
  | { readonly kind: 'held'; readonly because: 'alreadyProposed' | 'rejectedBefore' | 'cooldown' | 'running' }
  | { readonly kind: 'failed'; readonly fault: BlobHash }
export type Remembered = Noted & { readonly at: number }

/** What policies did on a tract so far, and which of it was undone. */
export type Memory = {
  /** The last time that a policy did something about a situation, held back or not. */
  last(policy: string, situation: string): Remembered | undefined
  /** The last thing it did, proposed or failed at. */
  lastAct(policy: string): Remembered | undefined
  lastOf(policy: string): Remembered | undefined
  acts(policy: string): readonly Remembered[]
  isUndone(noted: Noted): boolean
}

type Kept = { upTo: number; notes: readonly Remembered[]; turns: readonly Turn[] }
const kept = new WeakMap<OpenWorkspace, Map<TractKey, Kept>>()

/** Reads what came since it was last asked: the journal says it all, whoever wrote it. */
export function memoryOf(tract: TractHandle): Memory {
  const { notes, turns } = refreshed(tract)
  const undone = takenBack(turns)
  const of = (policy: string) => notes.filter((note) => note.policy === policy)
  const isAct = ({ outcome }: Remembered) => outcome.kind !== 'held'
  return {
    last: (policy, situation) => notes.findLast((note) => note.policy === policy && note.situation === situation && isAct(note)),
    lastAct: (policy) => notes.findLast((note) => note.policy === policy && isAct(note)),
    lastOf: (policy) => notes.findLast((note) => note.policy === policy),
    acts: (policy) => of(policy).filter(isAct),
    isUndone: ({ outcome }) => outcome.kind === 'executed' && undone.has(outcome.operation),
  }
}

function refreshed({ file, key }: TractHandle): Kept {
  const { read } = file.db
  const byTract = kept.get(file) ?? new Map<TractKey, Kept>()
  kept.set(file, byTract)
  const known = byTract.get(key) ?? { upTo: 0, notes: [], turns: [] }
  byTract.set(key, known)
  const { gseq } = journalEnd(read)
  if (gseq === known.upTo) return known
  const notes = listPolicyNotesAfter(read, key, known.upTo).map(({ at, payload }): Remembered => ({ ...(JSON.parse(payload) as Noted), at }))
  const turns = listTurns(read, key, known.upTo + 1).map(({ operation, act }): Turn => ({ operation, act: JSON.parse(act) as Act }))
  known.notes = [...known.notes, ...notes]
  known.turns = [...turns, ...known.turns]
  known.upTo = gseq
  return known
}
