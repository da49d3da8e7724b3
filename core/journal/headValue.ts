import { hashOfCommit } from '../store/commits.ts'
import type { ReadDb } from '../store/database.ts'
import type { HeadRow } from '../store/tracts.ts'
import type { HeadValue } from './facts.ts'

/** HEAD as the journal writes it: without row numbers. */
export const headValue = (db: ReadDb, head: HeadRow): HeadValue => ('branch' in head ? head : { commit: hashOfCommit(db, head.commit) })
