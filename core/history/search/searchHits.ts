import { contextsOf } from '../../context/contexts.ts'
import { findEntry, isShown, type State } from '../../context/state.ts'
import type { CommitHash, MessageId } from '../../model/ids.ts'
import type { SearchHit } from '../../model/search.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import { type CommitKey, listHashes } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import { listBranchRefs } from '../../store/refs.ts'
import { type HolderRow, listTexts } from '../../store/searchRows.ts'
import { readHead } from '../../store/tracts.ts'
import { configOf } from '../configOf.ts'
import { type Reach, reaches, reachOf } from './reach.ts'
import type { SearchQuery } from './searchQuery.ts'
import { snippetsOf } from './snippet.ts'

/** What a reader is told of each hit, in the same order. */
export function describeHits(db: ReadDb, query: SearchQuery | null, tracts: readonly TractHandle[], rows: readonly HolderRow[]): readonly SearchHit[] {
  const snippets = snippetsOf(listTexts(db, [...new Set(rows.map(({ text }) => text))], Number.MAX_SAFE_INTEGER), query?.any ?? null)
  const hashes = new Map(listHashes(db, rows.flatMap(({ commit, message }) => (message === null ? [commit] : [commit, message]))))
  const views = new Map(tracts.map((tract) => [tract.key, viewOf(db, tract, rows.filter((row) => row.tract === tract.key))]))
  return rows.map((row) => {
    const { tract, branches, shown } = views.get(row.tract) ?? fail(row)
    const reaching = branches.filter(({ reach }) => reaches(reach, row)).map(({ name }) => name)
    return {
      tract, messageId: row.message === null ? null : (hashOf(hashes, row.message) as MessageId), commit: hashOf(hashes, row.commit), branches: reaching,
      ...(snippets.get(row.text) ?? fail(row)), hidden: row.message === null ? reaching.length === 0 : !shown.has(row),
    }
  })
}

export type TractView = {
  readonly tract: SearchHit['tract']
  readonly branches: readonly { readonly name: string; readonly reach: Reach }[]
  readonly shown: ReadonlySet<HolderRow>
}

export function viewOf(db: ReadDb, tract: TractHandle, rows: readonly HolderRow[]): TractView {
  const refs = rows.length === 0 ? [] : listBranchRefs(db, tract.key)
  const branches = refs.map(({ name, commit }) => ({ name, reach: reachOf(db, [commit]) }))
  const { branch } = readHead(db, tract.key)
  const tips = refs.toSorted((a, b) => Number(b.name === branch) - Number(a.name === branch)).map(({ commit }) => commit)
  return { tract: tract.id, branches, shown: shownOn(tract, tips, rows) }
}

/** Those of the hits that a branch shows. The first branch shows most of them; the others are folded only for the rest. */
function shownOn(tract: TractHandle, tips: readonly CommitKey[], rows: readonly HolderRow[]): ReadonlySet<HolderRow> {
  const shown = new Set<HolderRow>()
  const { states } = contextsOf(tract.file, configOf(tract).encoding)
  for (const tip of tips) {
    const left = rows.filter((row) => !shown.has(row) && row.message !== null)
    if (left.length === 0) break
    const state = states.at(tip)
    for (const row of left) if (showsNow(state, row)) shown.add(row)
  }
  return shown
}

/** Free text is never in a context; what counts there is its message. */
function showsNow(state: State, { message, text, isNote }: HolderRow): boolean {
  const entry = message === null ? undefined : findEntry(state, message)
  return entry !== undefined && (isNote === 1 || entry.blob === text) && isShown(state, entry)
}

const hashOf = (hashes: ReadonlyMap<CommitKey, CommitHash>, key: CommitKey): CommitHash => hashes.get(key) ?? fail({ commit: key })

function fail({ commit }: { readonly commit: CommitKey }): never {
  throw new Error(`BUG: commit ${commit} was found, and can't be described`)
}
