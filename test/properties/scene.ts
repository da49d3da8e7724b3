import { contextsOf, type Contexts } from '../../core/context/contexts.ts'
import type { Tract, Workspace } from '../../core/index.ts'
import type { TractHandle } from '../../core/journal/openWorkspace.ts'
import type { ReadDb } from '../../core/store/database.ts'
import { naiveHistory, type NaiveHistory } from './naive/history.ts'
import { type NaiveBlob, type NaiveView, readBlob, readCommits, readView } from './naive/rows.ts'
import { choose } from './steps.ts'
import { holds } from './violation.ts'

/** An act that undo would take back, with what was there before and after it. */
type Done = { readonly before: NaiveView; readonly after: NaiveView; readonly previous: Done | null }

/** A tract under test, and what is known of it by reading its rows. */
export type Scene = {
  /** A variant may put another handle on the same tract here between steps. */
  tract: Tract
  readonly history: NaiveHistory
  readonly blobs: Map<number, NaiveBlob>
  view: NaiveView
  /** What undo and redo have to do, by definition. */
  done: Done | null
  redo: readonly Done[]
  readonly first: NaiveView
  /** After each act. */
  readonly views: NaiveView[]
  /** Every commit that some ref was left at by an act. Those inside an act, as copies that a rebase makes before it settles them, are half a thing. */
  readonly tips: Set<number>
  /** Commits whose context was compared, with the text it had. */
  readonly seen: Map<number, string>
  /** How often what was met: acts and how they were answered, conflicts, ways in which merges end. */
  readonly tally: Tally
  /** Names given so far: texts and branches are numbered. */
  names: number
}

export type Tally = Map<string, number>

export function newScene(workspace: Workspace, tally: Tally = new Map()): Scene {
  const tract = workspace.create()
  const view = readView(readDb(tract), handleOf(tract).key)
  return { tract, history: naiveHistory(), blobs: new Map(), view, first: view, views: [], done: null, redo: [], tips: new Set(), seen: new Map(), tally, names: 0 }
}

export const handleOf = (tract: Tract): TractHandle => (tract as unknown as { readonly handle: TractHandle }).handle
const readDb = (tract: Tract): ReadDb => handleOf(tract).file.db.read
export const contextsIn = (scene: Scene): Contexts => contextsOf(handleOf(scene.tract).file, 'o200k_base')

export const tell = ({ tally }: Scene, what: string): unknown => tally.set(what, (tally.get(what) ?? 0) + 1)
export const nextName = (scene: Scene): number => ++scene.names
export const hashIn = (scene: Scene, key: number): string => scene.history.get(key).hash

export function blobIn(scene: Scene, key: number): NaiveBlob {
  const known = scene.blobs.get(key)
  if (known) return known
  const blob = readBlob(readDb(scene.tract), key)
  scene.blobs.set(key, blob)
  return blob
}

/** Branches that have commits, by name. */
export function branchesIn({ view }: Scene): readonly { readonly name: string; readonly tip: number }[] {
  return [...view.refs].filter(([name]) => !name.startsWith('tag:') && name !== 'ORIG_HEAD').map(([name, tip]) => ({ name, tip }))
}

export const otherBranches = (scene: Scene): ReturnType<typeof branchesIn> => branchesIn(scene).filter(({ name }) => name !== scene.view.branch)

/** Another branch: mostly one that has something this one hasn't, if there is any. */
export function otherBranch(scene: Scene, number: number): ReturnType<typeof branchesIn>[number] | undefined {
  const others = otherBranches(scene)
  const news = others.filter(({ tip }) => !scene.history.reached(scene.view.tip).has(tip))
  const isAny = number * 10 - Math.floor(number * 10) < 0.15
  return choose(isAny ? others : news, number)
}

/** Reads what is new. */
export function refresh(scene: Scene): void {
  scene.history.add(readCommits(readDb(scene.tract), handleOf(scene.tract).key, scene.history.keys.at(-1) ?? 0))
  look(scene)
  for (const tip of scene.view.refs.values()) scene.tips.add(tip)
}

function look(scene: Scene): void {
  scene.view = readView(readDb(scene.tract), handleOf(scene.tract).key)
}

/** One act of the library: what it changes, undo has to take back. */
export function write<R>(scene: Scene, act: (tract: Tract) => R): R {
  const before = scene.view
  const result = act(scene.tract)
  refresh(scene)
  if (scene.view.text === before.text) return result
  scene.views.push(scene.view)
  scene.done = { before, after: scene.view, previous: scene.done }
  scene.redo = []
  return result
}

/** P6, one step of it. */
export function undoOne(scene: Scene): boolean {
  const { done } = scene
  const result = scene.tract.undo()
  look(scene)
  holds('P6', result.kind === (done ? 'done' : 'nothing'), () => `undo says ${result.kind}, though ${done ? 'something' : 'nothing'} was done`)
  if (!done) return false
  holds('P6', scene.view.text === done.before.text, () => `after undo ${scene.view.text}, not ${done.before.text}`)
  scene.done = done.previous
  scene.redo = [...scene.redo, done]
  return true
}

export function redoOne(scene: Scene): boolean {
  const last = scene.redo.at(-1)
  const result = scene.tract.redo()
  look(scene)
  holds('P6', result.kind === (last ? 'done' : 'nothing'), () => `redo says ${result.kind}, though ${last ? 'something' : 'nothing'} was undone`)
  if (!last) return false
  holds('P6', scene.view.text === last.after.text, () => `after redo ${scene.view.text}, not ${last.after.text}`)
  scene.done = last
  scene.redo = scene.redo.slice(0, -1)
  return true
}
