import { defaultTractConfig, type TractConfig } from '../model/config.ts'
import { Fault } from '../model/fault.ts'
import type { Json } from '../model/json.ts'
import type { CommitKey } from '../store/commits.ts'
import type { ReadDb } from '../store/database.ts'
import { findMovedAt, listFirstAfter, listLastUpTo, type PlaceRow } from '../store/journalPlaces.ts'
import { firstOperation, getEntry, journalEnd } from '../store/journalRows.ts'
import { listRefs } from '../store/refs.ts'
import { getTract, type TractKey } from '../store/tracts.ts'
import { valueAfter, valueBefore } from './changes.ts'
import type { Fact, HeadValue } from './facts.ts'
import { headValue } from './headValue.ts'
import { checkNotPurged } from './purged.ts'

/** What a tract's facts up to an entry leave, with refs as they are kept. `at` and `movedAt` in epoch microseconds. */
export type PastView = {
  readonly at: number
  readonly name: string
  readonly config: Required<TractConfig>
  readonly head: HeadValue
  readonly refs: readonly PastRef[]
}
export type PastRef = { readonly name: string; readonly commit: CommitKey; readonly movedAt: number }

/** Back from now or on from the beginning, whichever is nearer; both give the same. Faults: `journal/no-such-seq`, `undo/purged`. */
export function viewOfPast(db: ReadDb, tract: TractKey, seq: number): PastView {
  const last = journalEnd(db).gseq
  const first = firstOperation(db, tract)
  if (!Number.isInteger(seq) || seq < first || seq > last) throw new Fault('journal/no-such-seq', { seq, first, last })
  const { at } = getEntry(db, seq)
  const view = last - seq < seq - first ? backTo(db, tract, seq) : onTo(db, tract, first, seq)
  checkNotPurged(db, [{ kind: 'head', after: view.head }, ...view.refs.map(({ commit }) => ({ kind: 'ref', after: commit }) as const)])
  return { at, ...view }
}

type View = Omit<PastView, 'at'>

function backTo(db: ReadDb, tract: TractKey, seq: number): View {
  const since = listFirstAfter(db, tract, seq)
  const moved = new Set(since.filter(({ kind }) => kind === 'ref').map(({ key }) => key))
  const live = getTract(db, tract)
  return viewFrom({ name: live.name, config: live.config, head: headValue(db, live.head) }, since, valueBefore, [
    ...listRefs(db, tract).filter(({ name }) => !moved.has(name)).map(({ name, commit, updatedAt }) => ({ name, commit, movedAt: updatedAt })),
    ...refsIn(since, valueBefore, ({ key }) => findMovedAt(db, tract, key, seq) ?? 0),
  ])
}

function onTo(db: ReadDb, tract: TractKey, first: number, seq: number): View {
  const { name, branch, config } = JSON.parse(getEntry(db, first).payload ?? '{}') as Extract<Fact, { type: 'tract_created' }>['payload']
  const until = listLastUpTo(db, tract, seq)
  return viewFrom({ name, config, head: { branch } }, until, valueAfter, refsIn(until, valueAfter, ({ at }) => at))
}

type Start = { readonly name: string; readonly config: TractConfig; readonly head: HeadValue }

/** null takes a setting away: what holds then is its default. */
function viewFrom(start: Start, rows: readonly PlaceRow[], value: (row: PlaceRow) => Json, refs: readonly PastRef[]): View {
  const settings = rows.filter(({ kind }) => kind === 'config').map((row): [string, Json] => [row.key, value(row)])
  const { name = start.name, ...changed } = Object.fromEntries(settings) as { readonly name?: string }
  const set = Object.entries({ ...start.config, ...changed }).filter(([, setting]) => setting !== null)
  const head = rows.find(({ kind }) => kind === 'head')
  return { name, config: { ...defaultTractConfig, ...(Object.fromEntries(set) as TractConfig) }, head: head ? (value(head) as HeadValue) : start.head, refs }
}

const refsIn = (rows: readonly PlaceRow[], value: (row: PlaceRow) => Json, movedAt: (row: PlaceRow) => number): readonly PastRef[] =>
  rows.filter((row) => row.kind === 'ref' && value(row) !== null).map((row) => ({ name: row.key, commit: value(row) as CommitKey, movedAt: movedAt(row) }))
