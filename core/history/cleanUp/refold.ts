import { foldCommits } from '../../context/foldCommit.ts'
import { closeDraft, type Draft, openDraft } from '../../context/draft.ts'
import { foldInto } from '../../context/reduce.ts'
import { contextTokens, emptyState, type State } from '../../context/state.ts'
import { storeSource } from '../../context/storeSource.ts'
import type { Encoding } from '../../model/config.ts'
import { encodings } from '../../store/commitKinds.ts'
import { type CommitKey, setTotals } from '../../store/commits.ts'
import type { WriteDb } from '../../store/database.ts'
import { type FoldRow, readFoldRows } from '../../store/cleanUpRows.ts'

/** Puts the totals of every commit right after texts went that some of them showed: each is folded once, parents first. */
export function refold(db: WriteDb): void {
  for (const encoding of encodings) {
    const rows = readFoldRows(db, encoding)
    if (rows.some((row) => row[8] === encodings.indexOf(encoding))) refoldIn(db, rows, encoding)
  }
}

function refoldIn(db: WriteDb, rows: readonly FoldRow[], encoding: Encoding): void {
  const code = encodings.indexOf(encoding)
  const source = storeSource(db, encoding)
  const commits = foldCommits(db, rows, encoding)
  const children = new Map<CommitKey, number>()
  for (const { 7: parent } of rows) if (parent !== null) children.set(parent, (children.get(parent) ?? 0) + 1)
  const open = new Map<CommitKey, Draft>()
  const forks = new Map<CommitKey, State>()
  for (const [at, row] of rows.entries()) {
    const [id, parent, commit] = [row[0], row[7], commits[at]]
    const draft = parent === null ? openDraft(emptyState) : (open.get(parent) ?? openDraft(forks.get(parent) ?? emptyState))
    if (parent !== null) open.delete(parent)
    if (commit) foldInto(draft, commit, (merge) => source.own(merge))
    if (row[8] === code) putTotals(db, row, draft)
    const followers = children.get(id) ?? 0
    if (followers === 1) open.set(id, draft)
    else if (followers > 1) forks.set(id, closeDraft(draft))
  }
}

function putTotals(db: WriteDb, [id, , , , , , , , , tokens, messages]: FoldRow, draft: Draft): void {
  if (tokens === contextTokens(draft) && messages === draft.shown) return
  setTotals(db, id, { contextTokens: contextTokens(draft), contextMessages: draft.shown, messages: draft.messages })
}
