import { assertNever } from '../model/assertNever.ts'
import { canonicalJson } from '../model/canonicalJson.ts'
import { defaultTractConfig } from '../model/config.ts'
import { Fault } from '../model/fault.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { findCall } from '../store/calls.ts'
import { type CommitKey, findCommitKey } from '../store/commits.ts'
import type { ReadDb } from '../store/database.ts'
import { type JournalRow, listJournal, type OperationRow } from '../store/journalRows.ts'
import type { Place, PlaceKind, PlaceRow } from '../store/journalPlaces.ts'
import { findPartial } from '../store/partials.ts'
import { findRef } from '../store/refs.ts'
import { findTract, getTract, type TractKey } from '../store/tracts.ts'
import { findCompression, findMerge, findProposal, findTrash } from '../store/waitingRecords.ts'
import type { Fact, HeadValue } from './facts.ts'
import { headValue } from './headValue.ts'
import { checkNotPurged } from './purged.ts'
import type { TractHandle } from './openWorkspace.ts'
import type { Tx } from './transact.ts'

/** A place of a tract before and after: a commit by its row number, else JSON; null where there is nothing. What undo is made of. */
export type Change = Place & {
  readonly before: Json
  readonly after: Json
  /** Of HEAD: it stands where it stood, and the branch under it got another name. */
  readonly renamed?: boolean
}

const placeKinds: { readonly [Type in Fact['type']]: PlaceKind | null } = {
  commit_created: 'ref', ref_updated: 'ref', ref_deleted: 'ref', head_moved: 'head', config_changed: 'config', draft_created: 'draft', draft_closed: 'draft',
  merge_changed: 'merge', compression_changed: 'compression', proposal_changed: 'proposal', trash_changed: 'trash', usage_noted: 'usage',
  // These only record: what was made, sent and paid is never taken back, and what went for good can't be.
  tract_created: null, usage_recorded: null, gc_pruned: null, erased: null,
}

/** What an operation changed, each place once, in the order it was first touched. */
export const changesOf = (db: ReadDb, operation: OperationRow): readonly Change[] => netOf(stepsOf(db, operation))

/** The same step by step. */
export function stepsOf(db: ReadDb, operation: OperationRow): readonly Change[] {
  const rows = listJournal(db, operation.id, operation.last).filter((row) => row.isNote === 0 && row.operation === operation.id)
  return rows.flatMap(toChange)
}

/** Each place once, from its first value to its last. */
export function netOf(steps: readonly Change[]): readonly Change[] {
  const net = new Map<string, Change>()
  for (const step of steps) {
    const name = nameOf(step)
    const known = net.get(name)
    net.set(name, known ? { ...step, before: known.before, renamed: step.renamed === true && known.renamed === true } : step)
  }
  return [...net.values()].filter((change) => !isSame(change, change.before, change.after))
}

function toChange(row: JournalRow): readonly Change[] {
  const kind = placeKinds[row.type as Fact['type']]
  if (kind === null) return []
  const sides = { ...row, kind }
  return [{ kind, key: row.key ?? '', before: valueBefore(sides), after: valueAfter(sides), renamed: kind === 'head' && row.payload !== null }]
}

type Sides = Pick<PlaceRow, 'kind' | 'beforeCommit' | 'afterCommit' | 'before' | 'after'>
export const valueBefore = (row: Sides): Json => (row.kind === 'ref' ? row.beforeCommit : parsed(row.before))
export const valueAfter = (row: Sides): Json => (row.kind === 'ref' ? row.afterCommit : parsed(row.after))

export const opposite = (change: Change): Change => ({ ...change, before: change.after, after: change.before })
export const nameOf = (place: Place): string => `${place.kind} ${place.key}`

/** Whether two values of a place come to the same: a setting that was never made is its default. */
export function isSame({ kind, key }: Place, a: Json, b: Json): boolean {
  const usual = kind === 'config' ? ((defaultTractConfig as { readonly [name: string]: Json })[key] ?? null) : null
  return a === b || canonicalJson(a ?? usual) === canonicalJson(b ?? usual)
}

/** What stands at a place now. */
export function readPlace(db: ReadDb, tract: TractKey, { kind, key }: Place): Json {
  switch (kind) {
    case 'ref':
      return findRef(db, tract, key) ?? null
    case 'head':
      return headValue(db, getTract(db, tract).head)
    case 'config': {
      const { name, config } = getTract(db, tract)
      return key === 'name' ? name : (config[key as keyof typeof config] ?? null)
    }
    case 'draft':
      return parsed(findPartial(db, tract, key)?.record ?? null)
    case 'merge':
      return parsed(findMerge(db, tract, key)?.record ?? null)
    case 'compression':
      return parsed(findCompression(db, tract, key)?.record ?? null)
    case 'trash':
      return parsed(findTrash(db, key)?.record ?? null)
    case 'proposal':
      return parsed(findProposal(db, tract, key)?.record ?? null)
    case 'usage':
      return parsed(findCall(db, tract, key)?.record ?? null)
    default:
      return assertNever(kind)
  }
}

/** Whether every place still is what the first change of it is to find. */
export function isFree(db: ReadDb, tract: TractKey, changes: readonly Change[]): boolean {
  const first = new Map(changes.toReversed().map((change) => [nameOf(change), change]))
  return [...first.values()].every((change) => isSame(change, readPlace(db, tract, change), change.before))
}

/** Faults: `tract/name-taken`, when another tract has taken the name since; `undo/purged`. */
export function writeChanges(tract: TractHandle, tx: Tx, changes: readonly Change[]): void {
  checkNotPurged(tx.db, changes)
  for (const change of changes) {
    if (change.kind === 'config' && change.key === 'name') checkNameFree(tract, tx, change.after as string)
    for (const fact of toFacts(tx.db, { ...change, before: readPlace(tx.db, tract.key, change) })) tx.fact(fact)
  }
}

function checkNameFree(tract: TractHandle, tx: Tx, name: string): void {
  const taken = findTract(tx.db, name)
  if (taken && taken.id !== tract.key) throw new Fault('tract/name-taken', { name })
}

/** A commit is made only once; after that its branch is moved to it. */
function toFacts(db: ReadDb, change: Change): readonly Fact[] {
  const { kind, key, before, after } = change
  switch (kind) {
    case 'ref':
      if (after === null) return [{ type: 'ref_deleted', key, beforeCommit: before as CommitKey }]
      return [{ type: 'ref_updated', key, beforeCommit: before as CommitKey | null, afterCommit: after as CommitKey }]
    case 'head':
      return [{ type: 'head_moved', before: before as HeadValue, after: after as HeadValue, ...(change.renamed ? { payload: { renamed: true } as const } : {}) }]
    case 'config':
      return [{ type: 'config_changed', key, before, after }]
    case 'draft':
      return [
        ...(before === null ? [] : [{ type: 'draft_closed', key, before: before as JsonObject } as const]),
        ...(after === null ? [] : [{ type: 'draft_created', key, after: after as JsonObject } as const]),
      ]
    case 'merge':
      return [{ type: 'merge_changed', key, before: before as JsonObject | null, after: after as JsonObject | null }]
    case 'compression':
      return [{ type: 'compression_changed', key, before: before as JsonObject | null, after: after as JsonObject | null }]
    case 'trash':
      return [{ type: 'trash_changed', key, before: before as JsonObject | null, after: after as JsonObject | null }]
    case 'proposal':
      return [{ type: 'proposal_changed', key, before: before as JsonObject | null, after: after as JsonObject | null }]
    case 'usage':
      return [usageNoted(db, key, before as JsonObject | null, after as JsonObject | null)]
    default:
      return assertNever(kind)
  }
}

/** Usage of a call made elsewhere, noted or taken back. Its record names the commit whose context was sent by hash. */
export function usageNoted(db: ReadDb, key: string, before: JsonObject | null, after: JsonObject | null): Fact {
  const head = after?.['head']
  return { type: 'usage_noted', key, afterCommit: typeof head === 'string' ? (findCommitKey(db, head) ?? null) : null, before, after }
}

const parsed = (text: string | null): Json => (text === null ? null : (JSON.parse(text) as Json))
