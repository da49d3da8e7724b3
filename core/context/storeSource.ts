import type { Encoding } from '../model/config.ts'
import { getBlob, listBlobs } from '../store/blobs.ts'
import { kindOf, priorityOf } from '../store/commitKinds.ts'
import { type CommitKey, listHashes } from '../store/commits.ts'
import { type CommitView, listViews } from '../store/commitViews.ts'
import type { ReadDb } from '../store/database.ts'
import { type LineRow, readLineRow, readStretch, stretchesTo } from '../store/lines.ts'
import type { BlobFacts, BlobKey, CommitFacts, ContextSource, FoldCommit } from './source.ts'
import { messageTokens, tokenCounter } from './tokens.ts'

/** Steps taken one by one before a whole stretch of the line is read at once. */
const shortWalk = 16

/** What the fold needs, read from the file; tokens are counted in `encoding`. */
export function storeSource(db: ReadDb, encoding: Encoding): ContextSource {
  const toFold = (row: LineRow): FoldCommit => foldCommit(db, row, encoding)
  return {
    line: (tip, isKnown) => walk(db, tip, isKnown, encoding, toFold) ?? readLine(db, tip, isKnown, encoding, toFold),
    own: () => [],
    blobs: (keys) => new Map(listBlobs(db, keys).map((row): [BlobKey, BlobFacts] => [row.id, { hash: row.hash, type: row.content.type, role: row.role, content: row.content }])),
    hashes: (keys) => new Map(listHashes(db, keys)),
    commits: (keys) => new Map(listViews(db, keys, encoding).map((view): [CommitKey, CommitFacts] => [view.id, commitFacts(view)])),
  }
}

type Line = ReturnType<ContextSource['line']>

function walk(db: ReadDb, tip: CommitKey, isKnown: (key: CommitKey) => boolean, encoding: Encoding, toFold: (row: LineRow) => FoldCommit): Line | null {
  const commits: FoldCommit[] = []
  let key: CommitKey | null = tip
  for (let i = 0; i < shortWalk; i++) {
    if (key === null || isKnown(key)) return { base: key, commits: commits.reverse() }
    const { row, parent }: ReturnType<typeof readLineRow> = readLineRow(db, key, encoding)
    commits.push(toFold(row))
    key = parent
  }
  return null
}

function readLine(db: ReadDb, tip: CommitKey, isKnown: (key: CommitKey) => boolean, encoding: Encoding, toFold: (row: LineRow) => FoldCommit): Line {
  const parts: FoldCommit[][] = []
  for (const stretch of stretchesTo(db, tip).toReversed()) {
    const rows = readStretch(db, stretch, encoding)
    const known = rows.findLastIndex((row) => isKnown(row[0]))
    parts.push(rows.slice(known + 1).map(toFold))
    if (known >= 0) return { base: rows[known]?.[0] ?? null, commits: parts.reverse().flat() }
  }
  return { base: null, commits: parts.reverse().flat() }
}

function foldCommit(db: ReadDb, [id, kind, origin, target, blob, priority, tokens]: LineRow, encoding: Encoding): FoldCommit {
  return {
    key: id, change: origin ?? id, kind: kindOf(kind), target, blob, priority: priorityOf(priority), replaces: null, resolutions: null,
    tokens: blob === null ? 0 : (tokens ?? messageTokens(tokenCounter(encoding), getBlob(db, blob).content)),
  }
}

function commitFacts(view: CommitView): CommitFacts {
  const { hash, author, createdAt, note, config } = view
  const reason = typeof note['reason'] === 'string' ? note['reason'] : null
  return { hash, author, createdAt: createdAt / 1000, reason, generationConfig: config?.values ?? null, configLevels: config?.levels ?? {} }
}
