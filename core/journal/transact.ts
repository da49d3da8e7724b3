import { Fault, asFault } from '../model/fault.ts'
import type { Author } from '../model/author.ts'
import type { Warning } from '../model/effect.ts'
import type { CommitHash } from '../model/ids.ts'
import { microsOf } from '../model/time.ts'
import { authorKey } from '../store/authors.ts'
import { type CommitKey, hashOfCommit } from '../store/commits.ts'
import type { WriteDb } from '../store/database.ts'
import { getOperation, insertJournalRow, insertOperation, journalEnd } from '../store/journalRows.ts'
import { indexNewBlobs } from '../store/searchIndex.ts'
import { type ProgressRow, readProgress, setProgress, type TractKey } from '../store/tracts.ts'
import { apply } from './apply.ts'
import { asPartOf, joinBatch } from './batches.ts'
import { entryHash } from './chain.ts'
import { type Fact, type Note, toColumns } from './facts.ts'
import type { Done, Entries, OpenWorkspace, TractHandle, Writing } from './openWorkspace.ts'
import { type Act, beginning, isUndoable, isWalk, type Progress, progressAfter } from './progress.ts'

/** What a verb writes with, inside its transaction. */
export type Tx = {
  readonly db: WriteDb
  readonly tract: TractKey
  /** Row id of who acts. */
  readonly author: number
  /** A time of its own, in epoch microseconds, later than every other in the file. */
  nextAt(): number
  /** Adds a fact to the journal and applies it. */
  fact(fact: Fact, at?: number): void
  note(note: Note): void
  warn(warning: Warning): void
}

/**
 * The only writer. Runs `body` in one immediate transaction: what it decides on it reads inside, what it changes it says as facts, and all of
 * it becomes one operation, or nothing. Inside another `transact` it joins that one. What throws leaves one `operation_failed` note.
 */
export function transact<R>(tract: TractHandle, act: Act, body: (tx: Tx) => R): R {
  const { file } = tract
  if (file.writing) return joined(file.writing, tract, act, body)
  let made: { readonly result: R; readonly done: Done | null }
  try {
    made = outermost(tract, act, body)
  } catch (error) {
    noteFailure(tract, act, error)
    throw error
  }
  for (const listener of file.listeners) listener()
  if (made.done) for (const listener of file.acted) listener(tract, made.done)
  return made.result
}

const takeBack = Symbol('done, and taken back')

/** Runs `body` as `transact` does, and takes back all that it did: nothing is written, nothing is told, not even what failed. */
export function rehearse<R>(tract: TractHandle, act: Act, body: (tx: Tx) => R): R {
  const { file } = tract
  const done: R[] = []
  const run = (tx: Tx): never => {
    done.push(body(tx))
    throw file.writing?.lost ?? takeBack
  }
  try {
    return file.writing ? joined(file.writing, tract, act, run) : outermost(tract, act, run).result
  } catch (error) {
    if (error !== takeBack) throw error
    return done[0] as R
  }
}

function outermost<R>(tract: TractHandle, act: Act, body: (tx: Tx) => R): { readonly result: R; readonly done: Done | null } {
  const { file } = tract
  let made: readonly (readonly [TractKey, number])[] = []
  try {
    const result = file.db.write((db) => {
      const outer = { tract: tract.key, act }
      const writing: Writing = { db, outer, nowMicros: microsOf(file.ports.clock.now()), end: journalEnd(db), lost: null, tracts: new Map(), warnings: [] }
      file.writing = writing
      const value = body(txOf(writing, tract, act))
      if (writing.lost !== null) throw writing.lost
      made = finish(writing)
      return { result: value, done: doneOn(writing, tract.key) }
    })
    file.writing = null
    for (const key of made) joinBatch(file, ...key)
    return result
  } catch (error) {
    file.writing = null
    forgetRows(file)
    throw error
  }
}

/** A nested act that throws and is caught takes back only itself. */
function joined<R>(writing: Writing, tract: TractHandle, act: Act, body: (tx: Tx) => R): R {
  if (writing.lost !== null) throw writing.lost
  const { end } = writing
  const told = writing.warnings.length
  const tracts = [...writing.tracts].map(([key, entries]): [TractKey, Entries] => [key, { ...entries, facts: [...entries.facts] }])
  try {
    return tract.file.db.write(() => body(txOf(writing, tract, act)))
  } catch (error) {
    writing.end = end
    writing.warnings.length = told
    writing.tracts.clear()
    for (const [key, entries] of tracts) writing.tracts.set(key, entries)
    forgetRows(tract.file)
    if (!tract.file.db.isWriting) writing.lost = error
    throw error
  }
}

function txOf(writing: Writing, tract: TractHandle, act: Act): Tx {
  const { db } = writing
  const author = authorOf(tract.file, db, tract.author)
  const nextAt = (): number => {
    const at = Math.max(writing.nowMicros, writing.end.at + 1)
    writing.end = { ...writing.end, at }
    return at
  }
  return {
    db, author, nextAt,
    tract: tract.key,
    fact: (fact, at = nextAt()) => {
      apply(db, tract.key, fact, at)
      add(writing, tract, act, author, fact, 0, at)
    },
    note: (note) => add(writing, tract, act, author, note, 1, nextAt()),
    warn: (warning) => writing.warnings.push(warning),
  }
}

function add(writing: Writing, tract: TractHandle, act: Act, author: number, entry: Fact | Note, isNote: 0 | 1, at: number): void {
  const gseq = writing.end.gseq + 1
  const known = writing.tracts.get(tract.key)
  const entries = known ?? begin(writing, tract.key, asPartOf(tract.file, tract.key, nameFor(writing, tract.key, act), gseq), gseq)
  entries.seq += 1
  entries.last = gseq
  entries.lastAt = at
  if (!isNote) {
    entries.facts.push(entry.type)
    if (!isWalk(act)) entries.progress = { current: entries.progress.current, redo: [] }
  }
  const columns = toColumns(entry)
  const row = {
    gseq, tract: tract.key, seq: entries.seq, operation: entries.operation, at, author, isNote, ...columns, act: known ? null : JSON.stringify(entries.act),
  }
  const hash = entryHash(writing.end.hash, row, tract.id, `${tract.author.kind}:${tract.author.id}`,
    hashFor(tract.file, writing.db, columns.beforeCommit), hashFor(tract.file, writing.db, columns.afterCommit))
  insertJournalRow(writing.db, { ...row, hash })
  writing.end = { gseq, at, hash }
}

function begin(writing: Writing, key: TractKey, act: Act, operation: number): Entries {
  const row = readProgress(writing.db, key)
  const entries = { row, act, operation, seq: row.seq, last: operation, lastAt: 0, facts: [], progress: progressIn(row) }
  writing.tracts.set(key, entries)
  return entries
}

/** The outermost act names the operation, on other tracts the first one there; an undo in the midst of other acts is no undo of the whole. */
const nameFor = ({ outer }: Writing, tract: TractKey, act: Act): Act => (outer.tract === tract || isWalk(act) ? outer.act : act)

const progressIn = (row: ProgressRow): Progress => ({ current: row.currentOperation, redo: row.redo === '[]' ? [] : (JSON.parse(row.redo) as number[]) })

/** Gives the operations that can be taken back, by tract. */
function finish(writing: Writing): readonly (readonly [TractKey, number])[] {
  const { db } = writing
  const made: [TractKey, number][] = []
  for (const [tract, { row, act, operation, seq, last, lastAt, facts }] of writing.tracts) {
    const undoable = isUndoable(act, facts)
    if (undoable) made.push([tract, operation])
    const before = progressIn(row)
    if (facts.length > 0) insertOperation(db, { id: operation, tract, last, previous: before.current, isUndoable: undoable ? 1 : 0 })
    const after = facts.length > 0 ? progressAfter(before, operation, act, undoable, (id) => getOperation(db, id).previous) : before
    setProgress(db, tract, seq, after.current, after.redo, facts.length > 0 ? lastAt : row.lastUsedAt)
  }
  indexNewBlobs(db)
  return made
}

function doneOn({ tracts }: Writing, key: TractKey): Done | null {
  const entries = tracts.get(key)
  return entries && entries.facts.length > 0 ? { operation: entries.operation, act: entries.act, facts: entries.facts } : null
}

function hashFor(file: OpenWorkspace, db: WriteDb, key: CommitKey | null): CommitHash | null {
  if (key === null) return null
  const known = file.hashes.get(key)
  if (known) return known
  const hash = hashOfCommit(db, key)
  rememberHash(file, key, hash)
  return hash
}

function authorOf(file: OpenWorkspace, db: WriteDb, author: Author): number {
  const name = `${author.kind}:${author.id}`
  const known = file.authors.get(name)
  if (known !== undefined) return known
  const key = authorKey(db, author)
  file.authors.set(name, key)
  return key
}

/** Keeps the hashes of the last commits at hand. */
export function rememberHash(file: OpenWorkspace, key: CommitKey, hash: CommitHash): void {
  if (file.hashes.size >= 256) file.hashes.clear()
  file.hashes.set(key, hash)
}

/** Rows that were taken back give their numbers to the next ones. */
function forgetRows(file: OpenWorkspace): void {
  file.hashes.clear()
  file.authors.clear()
  for (const listener of file.takenBack) listener()
}

/** What failed is told in the journal, unless the file itself is what failed, or there is no tract to tell it of. */
function noteFailure(tract: TractHandle, act: Act, error: unknown): void {
  const { code } = asFault(error)
  if (code.startsWith('file/') || tract.file.writing || act.verb === 'create' || act.verb === beginning) return
  try {
    const type = act.verb === 'batch' ? 'batch_rolled_back' : 'operation_failed'
    transact(tract, act, (tx) => tx.note({ type, payload: { verb: act.verb, code } }))
  } catch (second) {
    tract.file.ports.log('error', 'a failed act could not be noted', { verb: act.verb, code, second: Fault.is(second) ? second.code : 'unknown' })
  }
}
