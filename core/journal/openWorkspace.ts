import type { Author } from '../model/author.ts'
import type { TypeRows } from '../model/contentTypes.ts'
import type { Warning } from '../model/effect.ts'
import type { CommitHash, TractId } from '../model/ids.ts'
import type { Ports } from '../model/ports.ts'
import type { CommitKey } from '../store/commits.ts'
import type { Database, WriteDb } from '../store/database.ts'
import type { ProgressRow, TractKey } from '../store/tracts.ts'
import type { OpenBatch } from './batches.ts'
import type { Act, Progress } from './progress.ts'

/** One open file with the outside it was given; all handles on its tracts share it. */
export type OpenWorkspace = {
  readonly db: Database
  readonly ports: Ports
  /** The library's content types and those the file was opened with. */
  readonly types: TypeRows
  /** The transaction under way, which nested acts join; null between acts. */
  writing: Writing | null
  /** Batches that are open in this process. */
  readonly batches: Map<TractKey, OpenBatch>
  /** Called after every transaction of this process. */
  readonly listeners: Set<() => void>
  /** Called after every operation of this process, with the handle that made it: what looks at what was done stands here. */
  readonly acted: Set<(tract: TractHandle, done: Done) => void>
  /** Called before the file closes, once: what is under way ends with what it has. */
  readonly closing: Set<() => void>
  /** Called when rows were taken back: their numbers will be given out again. */
  readonly takenBack: Set<() => void>
  /** Hashes of commits seen lately, so that writing the next one needn't read them again. */
  readonly hashes: Map<CommitKey, CommitHash>
  /** Row ids of authors, by `kind:id`. */
  readonly authors: Map<string, number>
}

export const openWorkspaceOf = (db: Database, ports: Ports): OpenWorkspace => ({
  db, ports, types: db.read.types, writing: null, batches: new Map(), listeners: new Set(), acted: new Set(), closing: new Set(), takenBack: new Set(), hashes: new Map(), authors: new Map(),
})

/** A tract, and who acts on it where: what every verb works with. `branch` null means HEAD, read when the act begins. */
export type TractHandle = {
  readonly file: OpenWorkspace
  readonly key: TractKey
  readonly id: TractId
  readonly author: Author
  readonly branch: string | null
}

/** What an operation was: its act, and the kinds of facts it wrote on its tract. */
export type Done = { readonly operation: number; readonly act: Act; readonly facts: readonly string[] }

/** The transaction under way. */
export type Writing = {
  readonly db: WriteDb
  readonly nowMicros: number
  /** The outermost act: it names the whole operation on its tract. */
  readonly outer: { readonly tract: TractKey; readonly act: Act }
  end: { gseq: number; at: number; hash: string }
  /** Set when the whole transaction was taken back under its body (a full disk does that): nothing more may be written in it. */
  lost: unknown
  readonly tracts: Map<TractKey, Entries>
  /** What its acts found worth telling; a dry run gives it back. */
  readonly warnings: Warning[]
}
/** What this transaction has added to one tract's journal. */
export type Entries = {
  readonly row: ProgressRow
  readonly act: Act
  readonly operation: number
  seq: number
  last: number
  lastAt: number
  facts: string[]
  /** Where undo and redo stand inside the transaction. */
  progress: Progress
}
