import { contextsOf } from '../../context/contexts.ts'
import { findEntry, type State } from '../../context/state.ts'
import { assertNever } from '../../model/assertNever.ts'
import type { SearchState } from '../../model/search.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import type { ReadDb } from '../../store/database.ts'
import { listBranchRefs } from '../../store/refs.ts'
import type { HolderRow } from '../../store/searchRows.ts'
import { configOf } from '../configOf.ts'
import { reaches } from './reach.ts'
import { type TractView, viewOf } from './searchHits.ts'

/** Those of the hits of which every one of these holds, in the same order. */
export function areSo(db: ReadDb, tracts: readonly TractHandle[], rows: readonly HolderRow[], wanted: readonly SearchState[]): readonly HolderRow[] {
  if (wanted.length === 0 || rows.length === 0) return rows
  const having = new Set(rows.map(({ tract }) => tract))
  const views = new Map(tracts.filter(({ key }) => having.has(key)).map((tract) => [tract.key, factsOf(db, tract, rows.filter((row) => row.tract === tract.key))]))
  return rows.filter((row) => {
    const facts = views.get(row.tract)
    return facts !== undefined && wanted.every((state) => isSo(facts, row, state))
  })
}

type Facts = { readonly view: TractView; readonly states: readonly State[] }

function factsOf(db: ReadDb, tract: TractHandle, rows: readonly HolderRow[]): Facts {
  const { states } = contextsOf(tract.file, configOf(tract).encoding)
  return { view: viewOf(db, tract, rows), states: listBranchRefs(db, tract.key).map(({ commit }) => states.at(commit)) }
}

function isSo({ view, states }: Facts, row: HolderRow, state: SearchState): boolean {
  const isHeld = view.branches.some(({ reach }) => reaches(reach, row))
  switch (state) {
    case 'archived':
      return !isHeld
    case 'hidden':
      return row.message === null ? !isHeld : !view.shown.has(row)
    case 'pinned':
      return entriesOf(states, row).some(({ priority }) => priority === 'pinned')
    case 'edited':
      return entriesOf(states, row).some(({ edits }) => edits > 0)
    default:
      return assertNever(state)
  }
}

function entriesOf(states: readonly State[], { message }: HolderRow) {
  return message === null ? [] : states.flatMap((state) => findEntry(state, message) ?? [])
}
