import type { Encoding } from '../model/config.ts'
import { type BlobRow, listBlobs } from '../store/blobs.ts'
import { type CommitKey, type CommitRow, getCommit, listHashes } from '../store/commits.ts'
import { type CommitView, listViews } from '../store/commitViews.ts'
import type { ReadDb } from '../store/database.ts'
import { readLineRow, readStretch, stretchOf } from '../store/lines.ts'
import { ownStretches } from './ancestry.ts'
import { foldCommit, foldCommits } from './foldCommit.ts'
import { inLinearOrder } from './ownCommits.ts'
import type { BlobFacts, BlobKey, CommitFacts, ContextSource, FoldCommit } from './source.ts'

/** Steps taken one by one before a whole stretch of the line is read at once. */
const shortWalk = 16

/** What the fold needs, read from the file; tokens are counted in `encoding`. */
export function storeSource(db: ReadDb, encoding: Encoding): ContextSource {
  return {
    types: db.types,
    line: (tip, isKnown) => walk(db, tip, isKnown, encoding) ?? readLine(db, tip, isKnown, encoding),
    own: (merge) => ownCommits(db, getCommit(db, merge), encoding),
    blobs: (keys) => new Map(listBlobs(db, keys).map((row): [BlobKey, BlobFacts] => [row.id, blobFacts(row)])),
    hashes: (keys) => new Map(listHashes(db, keys)),
    commits: (keys) => new Map(listViews(db, keys, encoding).map((view): [CommitKey, CommitFacts] => [view.id, commitFacts(view)])),
  }
}

type Line = ReturnType<ContextSource['line']>

function walk(db: ReadDb, tip: CommitKey, isKnown: (key: CommitKey) => boolean, encoding: Encoding): Line | null {
  const commits: FoldCommit[] = []
  let key: CommitKey | null = tip
  for (let i = 0; i < shortWalk; i++) {
    if (key === null || isKnown(key)) return { base: key, commits: commits.reverse() }
    const { row, parent }: ReturnType<typeof readLineRow> = readLineRow(db, key, encoding)
    commits.push(foldCommit(db, row, encoding))
    key = parent
  }
  return null
}

function readLine(db: ReadDb, tip: CommitKey, isKnown: (key: CommitKey) => boolean, encoding: Encoding): Line {
  const { stretch, parent } = stretchOf(db, tip)
  const rows = readStretch(db, stretch, encoding)
  const known = rows.findLastIndex((row) => isKnown(row[0]))
  return { base: known < 0 ? parent : (rows[known]?.[0] ?? null), commits: foldCommits(db, rows.slice(known + 1), encoding) }
}

/** What a merge brings in: its second parent's own commits, in linear order. */
function ownCommits(db: ReadDb, { parent, parent2 }: CommitRow, encoding: Encoding): readonly FoldCommit[] {
  if (parent === null || parent2 === null) return []
  return foldCommits(db, inLinearOrder(db, parent2, ownStretches(db, [parent2], [parent]), encoding), encoding)
}

function blobFacts({ hash, content, role, goneAt }: BlobRow): BlobFacts {
  return { hash, type: content.type, role, content, ...(goneAt === null ? {} : { goneAt: goneAt / 1000 }) }
}

function commitFacts(view: CommitView): CommitFacts {
  const { hash, kind, author, createdAt, note, config } = view
  const reason = typeof note['reason'] === 'string' ? note['reason'] : null
  return { hash, kind, author, createdAt: createdAt / 1000, reason, generationConfig: config?.values ?? null, configLevels: config?.levels ?? {} }
}
