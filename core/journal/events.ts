import type { TractEvent } from '../model/events.ts'
import { asCallId, asMessageId, asTractId, type MessageId } from '../model/ids.ts'
import { getHash } from '../store/commits.ts'
import type { ReadDb } from '../store/database.ts'
import { listMessagesWith } from '../store/eraseRows.ts'
import { type JournalRow, listJournal, listOperations } from '../store/journalRows.ts'
import { findRef } from '../store/refs.ts'
import { getTract } from '../store/tracts.ts'
import { type Fact, toFact } from './facts.ts'
import { describeOperations, operationId } from './operations.ts'

/** What happened from entry `from` to entry `to`, in order; after each operation's entries the operation itself. */
export function eventsBetween(db: ReadDb, from: number, to: number): readonly TractEvent[] {
  const rows = listJournal(db, from, to)
  const ended = listOperations(db, rows.map((row) => row.operation)).filter(({ last }) => last >= from && last <= to)
  const done = new Map(describeOperations(db, ended).map((operation) => [operation.seq, operation]))
  return rows.flatMap((row) => {
    const event = eventOf(db, row)
    const operation = done.get(row.gseq)
    return [...(event ? [event] : []), ...(operation ? [{ ...baseOf(db, row), type: 'operation.done' as const, done: operation }] : [])]
  })
}

function eventOf(db: ReadDb, row: JournalRow): TractEvent | null {
  if (row.isNote === 1) return null
  const fact = toFact(row)
  const base = baseOf(db, row)
  switch (fact.type) {
    case 'tract_created':
      return { ...base, type: 'tract.created', name: fact.payload.name }
    case 'commit_created':
      return { ...base, type: 'commit.added', commit: hashAt(db, fact.afterCommit), branch: fact.key }
    case 'ref_updated':
    case 'ref_deleted':
      return { ...base, type: 'ref.moved', move: moveOf(db, fact) }
    case 'head_moved':
      return { ...base, type: 'head.moved', head: headOf(db, row, fact) }
    case 'config_changed':
      return fact.key === 'name' ? { ...base, type: 'tract.renamed', name: fact.after as string } : { ...base, type: 'config.changed', fields: [fact.key] }
    case 'draft_created':
    case 'draft_closed':
      return { ...base, type: 'partial.changed' }
    case 'merge_changed':
      return { ...base, type: 'merge.changed' }
    case 'compression_changed':
      return { ...base, type: 'compression.changed' }
    case 'trash_changed':
      return { ...base, type: 'storage.changed', isForGood: false, erased: [] }
    case 'gc_pruned':
      return { ...base, type: 'storage.changed', isForGood: true, erased: [] }
    case 'erased':
      return { ...base, type: 'storage.changed', isForGood: true, erased: erasedBy(db, fact) }
    case 'proposal_changed':
      return { ...base, type: 'proposal.changed' }
    case 'usage_noted':
    case 'usage_recorded':
      return { ...base, type: 'usage.recorded', call: asCallId(fact.key) }
  }
}

const baseOf = (db: ReadDb, row: JournalRow) => ({
  tract: asTractId(getTract(db, row.tract).uuid), at: row.at / 1000, seq: row.gseq, operation: operationId(row.operation),
})

const hashAt = (db: ReadDb, key: number) => {
  const hash = getHash(db, key)
  if (hash === null) throw new Error(`BUG: no commit ${key}`)
  return hash
}

function moveOf(db: ReadDb, fact: Extract<Fact, { type: 'ref_updated' | 'ref_deleted' }>) {
  const before = fact.beforeCommit === null ? null : hashAt(db, fact.beforeCommit)
  return { ref: fact.key, before, after: fact.type === 'ref_deleted' ? null : hashAt(db, fact.afterCommit) }
}

function headOf(db: ReadDb, row: JournalRow, fact: Extract<Fact, { type: 'head_moved' }>) {
  if ('commit' in fact.after) return { kind: 'detached', commit: fact.after.commit as ReturnType<typeof hashAt> } as const
  const tip = findRef(db, row.tract, fact.after.branch)
  return { kind: 'attached', branch: fact.after.branch, commit: tip === undefined ? null : hashAt(db, tip) } as const
}

/** The message itself, and others that said exactly the same. */
const erasedBy = (db: ReadDb, { key, payload }: Extract<Fact, { type: 'erased' }>): readonly MessageId[] => [...new Set([key, ...listMessagesWith(db, payload.texts)])].map((hash) => asMessageId(hash))
