import type { Author } from '../model/author.ts'
import type { CommitHash, TractId } from '../model/ids.ts'
import type { Ports } from '../model/ports.ts'
import type { CommitKey } from '../store/commits.ts'
import type { Database } from '../store/database.ts'
import type { TractKey } from '../store/tracts.ts'
import type { Writing } from './transact.ts'

/** One open file with the outside it was given; all handles on its tracts share it. */
export type OpenWorkspace = {
  readonly db: Database
  readonly ports: Ports
  /** The transaction under way, which nested acts join; null between acts. */
  writing: Writing | null
  /** Called after every transaction of this process. */
  readonly listeners: Set<() => void>
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
  db, ports, writing: null, listeners: new Set(), closing: new Set(), takenBack: new Set(), hashes: new Map(), authors: new Map(),
})

/** A tract, and who acts on it where: what every verb works with. `branch` null means HEAD, read when the act begins. */
export type TractHandle = {
  readonly file: OpenWorkspace
  readonly key: TractKey
  readonly id: TractId
  readonly author: Author
  readonly branch: string | null
}
