import { expect } from 'vitest'
import { Fault, type Tract, type Workspace } from '../../core/index.ts'
import type { Priority } from '../../core/model/content.ts'
import type { OperationId } from '../../core/model/ids.ts'
import type { TractView, UndoResult } from '../../core/model/operation.ts'
import type { Random } from './random.ts'
import { acted, type Act, changedPlaces, type Commit, entriesAt, latestOn, newUndoModel, reverted, type Says, sayOf, type UndoModel, type View, walked, withPlaces } from './undoModel.ts'

const weights = {
  append: 22, edit: 9, annotate: 9, branch: 6, switch: 6, checkout: 3, reset: 5, tag: 3, deleteTag: 2, renameBranch: 3, deleteBranch: 3, configure: 4, rename: 2, batch: 5,
  refused: 2, undo: 14, redo: 9, undoOn: 5, revert: 11, restore: 4,
}
type Verb = Exclude<keyof typeof weights, 'refused' | 'undo' | 'redo' | 'undoOn' | 'revert' | 'restore'>
const names = ['main', 'north', 'south', 'east', 'west']

const tagNames = ['first', 'second', 'third']

/** A tract and its model, side by side. */
export type Walk = {
  readonly workspace: Workspace
  readonly tract: Tract
  model: UndoModel
  words: number
  /** Every commit that was ever made, by hash. */
  readonly commits: Map<string, Commit>
  /** Refs that the act under way moved in another way than by commits. */
  moved: Set<string>
  /** What held at which entry of the journal. */
  readonly seen: Map<number, View>
}

export function startWalk(workspace: Workspace): Walk {
  const tract = workspace.create()
  const view = { head: 'on main', name: tract.name, budget: 0, encoding: 'o200k_base' }
  return { workspace, tract, model: newUndoModel(view), words: 0, commits: new Map(), moved: new Set(), seen: new Map([[workspace.lastSeq(), view]]) }
}

/** Does one random act on both. */
export function walk(one: Walk, random: Random): void {
  const kind = random.weighted(weights)
  if (kind === 'refused') refuse(one, random)
  else if (kind === 'undo' || kind === 'redo') turn(one, kind)
  else if (kind === 'undoOn') undoOn(one, random)
  else if (kind === 'revert') revert(one, random)
  else if (kind === 'restore') restore(one, random)
  else doAct(one, random, kind)
  one.seen.set(one.workspace.lastSeq(), one.model.view)
}

/** Gives whether there was anything to walk to. */
export function turn(one: Walk, verb: 'undo' | 'redo'): boolean {
  const result = one.tract[verb]()
  const next = walked(one.model, verb, result.kind === 'done' ? result.operation.id : 'none')
  expect(result.kind).toBe(next ? 'done' : 'nothing')
  one.model = next ?? one.model
  return next !== undefined
}

function doAct(one: Walk, random: Random, verb: Verb): void {
  one.moved = new Set()
  const after = act(one, random, verb, one.model.view)
  if (after === one.model.view) return
  const { undo } = one.tract.undoState()
  one.model = acted(one.model, { id: undo?.id ?? 'none', after, moved: one.moved })
}

function undoOn(one: Walk, random: Random): void {
  const branch = random.pick(names)
  const target = latestOn(one.model, branch)
  if (target) return takeBack(one, target, true, one.tract.undo({ branch }))
  if (isBranch(one.model.view, branch)) expect(one.tract.undo({ branch })).toEqual({ kind: 'nothing' })
  else expect(() => one.tract.undo({ branch })).toThrow(Fault)
}

function revert(one: Walk, random: Random): void {
  const { acts } = one.model
  if (acts.length === 0) return
  const target = random.pick(random.chance(0.6) ? acts.slice(-6) : acts)
  takeBack(one, target, false, one.tract.revert(target.id as OperationId))
}

function takeBack(one: Walk, asked: Act, isOnBranch: boolean, result: UndoResult): void {
  const expected = reverted(one.model, asked)

  expect(result.kind).toBe(expected.kind)
  if (result.kind === 'conflict') expect(result.with.length).toBeGreaterThan(0)
  if (expected.kind !== 'done' || result.kind !== 'done') return
  const of = asked.kind === 'redo' && asked.of ? asked.of : asked
  const moved = new Set(changedPlaces(expected.view, one.model.view))
  const after = [...expected.lines].reduce((view, [place, line]) => withOpposites(one, view, place, line), expected.view)
  one.model = acted(one.model, { id: result.operation.id, kind: 'revert', of, isOnBranch, after, moved })
}

/** Takes over the commits that a revert made, after a look at what the branch then says. */
function withOpposites(one: Walk, view: View, place: string, line: { readonly commits: number; readonly says: readonly string[] }): View {
  const made = line.commits === 0 ? [] : one.tract.on(place.slice(4)).log({ limit: line.commits }).items.toReversed()
  const after = made.reduce((so, commit) => {
    if (commit.kind === 'edit') return withCommit(one, so, place, commit.hash, { kind: 'edit', message: commit.target, text: commit.preview })
    if (commit.kind !== 'annotate') throw new Error(`no opposite: ${commit.kind}`)
    expect(commit.reason).toBe('reverted')
    return withCommit(one, so, place, commit.hash, { kind: 'annotate', message: commit.target, priority: commit.priority })
  }, view)
  expect([...entriesAt(after[place] as Commit).values()].map(sayOf)).toEqual(line.says)
  return after
}

function restore(one: Walk, random: Random): void {
  const { acts, view } = one.model
  if (acts.length === 0) return
  const target = random.pick(acts)
  const result = one.tract.restore(target.id as OperationId)
  const moved = changedPlaces(view, target.after)
  expect(result.kind).toBe(moved.length === 0 ? 'nothing' : 'done')
  if (result.kind === 'done') one.model = acted(one.model, { id: result.operation.id, kind: 'restore', after: target.after, moved: new Set(moved) })
}

/** Does an act on the tract and gives the view it must lead to: the very one that it was given, when nothing was written. */
function act(one: Walk, random: Random, verb: Verb, view: View): View {
  const { tract } = one
  const choices = [...branchesOf(view), ...(typeof view['head'] === 'string' ? Array.from({ length: 6 }, () => headBranch(view)) : [])]
  const branch = choices.length === 0 ? undefined : random.pick(choices)
  const place = `ref ${branch}`
  const tip = view[place] as Commit | undefined
  const messages = [...entriesAt(tip ?? null).keys()]
  const text = random.chance(0.2) ? 'the same words' : `words ${++one.words}`
  const commit = one.commits.size === 0 ? null : random.pick([...one.commits.values()])
  if (branch === undefined && verb !== 'rename' && verb !== 'configure') return view
  const handle = `on ${branch}` === view['head'] && random.chance(0.6) ? tract : branch === undefined ? tract : tract.on(branch)
  switch (verb) {
    case 'append': {
      const { messageId } = random.chance(0.2) ? handle.system(text) : handle.user(text)
      const { priority } = handle.compile().messages.at(-1) ?? { priority: 'normal' }
      return withCommit(one, view, place, messageId, { kind: 'append', message: messageId, text, priority })
    }
    case 'edit': {
      if (messages.length === 0) return view
      const message = random.pick(messages)
      return withCommit(one, view, place, handle.edit(message, text).hash, { kind: 'edit', message, text })
    }
    case 'annotate': {
      if (messages.length === 0) return view
      const priority = random.pick<Priority>(['pinned', 'normal', 'skip'])
      const made = handle.annotate([random.pick(messages), random.pick(messages)].slice(random.below(2)), priority)
      return made.reduce((so, { hash, target }) => withCommit(one, so, place, hash, { kind: 'annotate', message: target, priority }), view)
    }
    case 'branch': {
      const name = random.pick(names)
      if (!commit || isBranch(view, name)) return view
      const moves = random.chance(0.6)
      tract.branch(name, { from: commit.hash, switch: moves })
      return withMoved(one, view, { [`ref ${name}`]: commit, ...(moves ? { head: `on ${name}` } : {}) })
    }
    case 'switch':
      tract.switch(branch ?? '')
      return view['head'] === `on ${branch}` ? view : withPlaces(view, { head: `on ${branch}` })
    case 'checkout':
      if (!commit) return view
      tract.checkout(commit.hash)
      return view['head'] === commit ? view : withPlaces(view, { head: commit })
    case 'reset':
      if (!commit) return view
      handle.reset(commit.hash)
      return tip === commit ? view : withMoved(one, view, { 'ref ORIG_HEAD': tip ?? null, [place]: commit })
    case 'tag': {
      const name = random.pick(tagNames)
      if (!commit || view[`ref tag:${name}`]) return view
      tract.tag(name, { at: commit.hash })
      return withMoved(one, view, { [`ref tag:${name}`]: commit })
    }
    case 'deleteTag': {
      const name = tagNames.find((each) => view[`ref tag:${each}`])
      if (!name) return view
      tract.deleteTag(name)
      return withMoved(one, view, { [`ref tag:${name}`]: null })
    }
    case 'renameBranch': {
      const name = random.pick(names)
      if (isBranch(view, name)) return view
      tract.renameBranch(branch ?? '', name)
      return withMoved(one, view, { ...(tip ? { [place]: null, [`ref ${name}`]: tip } : {}), ...(view['head'] === `on ${branch}` ? { head: `on ${name}` } : {}) })
    }
    case 'deleteBranch':
      if (view['head'] === `on ${branch}`) return view
      tract.deleteBranch(branch ?? '', { force: true })
      return withMoved(one, view, { [place]: null })
    case 'configure': {
      const encoding = random.pick(['o200k_base', 'cl100k_base'] as const)
      const budget = random.below(3)
      if (random.chance(0.3)) tract.configure({ encoding })
      else tract.configure({ budget: budget === 0 ? null : { maxTokens: budget } })
      const after = { budget: tract.config.budget?.maxTokens ?? 0, encoding: tract.config.encoding }
      return after.budget === view['budget'] && after.encoding === view['encoding'] ? view : withPlaces(view, after)
    }
    case 'rename': {
      const name = `${tract.id} ${random.below(3)}`
      tract.rename(name)
      return name === view['name'] ? view : withPlaces(view, { name })
    }
    case 'batch':
      return tract.batch(() => {
        let inside = view
        const inner: readonly Verb[] = ['append', 'append', 'edit', 'annotate', 'branch', 'switch', 'checkout', 'reset', 'tag', 'renameBranch', 'deleteBranch', 'configure', 'rename']
        for (let acts = 1 + random.below(4); acts > 0; acts--) inside = act(one, random, random.pick(inner), inside)
        return inside
      })
  }
}

function refuse({ tract }: Walk, random: Random): void {
  const acts = [
    () => tract.switch('nowhere'), () => tract.branch('HEAD'), () => tract.edit('nowhere', 'x'), () => tract.revert('op_0' as OperationId), () => tract.restore('nothing' as OperationId),
    () => tract.viewAt(0), () => tract.batch(() => {
      tract.rename('taken back')
      tract.undo()
      tract.switch('nowhere')
    }),
  ]
  expect(random.pick(acts)).toThrow(Fault)
}

function withCommit(one: Walk, view: View, place: string, hash: string, says: Says): View {
  const commit: Commit = { hash, says, parent: (view[place] as Commit | undefined) ?? null }
  one.commits.set(hash, commit)
  return withPlaces(view, { [place]: commit })
}

function withMoved(one: Walk, view: View, places: Parameters<typeof withPlaces>[1]): View {
  for (const place of Object.keys(places)) one.moved.add(place)
  return withPlaces(view, places)
}

const headBranch = ({ head }: View): string => (typeof head === 'string' ? head.slice(3) : '')
const isBranch = (view: View, name: string): boolean => view[`ref ${name}`] !== undefined || view['head'] === `on ${name}`
const branchesOf = (view: View): readonly string[] => names.filter((name) => view[`ref ${name}`])

/** What of a view can be read at any time. */
function readable(view: View): string {
  const { head } = view
  const hashOf = (name: string) => (view[`ref ${name}`] as Commit | undefined)?.hash ?? null
  const branches = names.filter((name) => isBranch(view, name)).map((name): [string, string | null, number] => [name, hashOf(name), entriesAt((view[`ref ${name}`] as Commit | undefined) ?? null).size])
  const tags = tagNames.flatMap((name) => (view[`ref tag:${name}`] ? [[name, (view[`ref tag:${name}`] as Commit).hash]] : []))
  const where = typeof head === 'string' ? [headBranch(view), hashOf(headBranch(view))] : ['', (head as Commit).hash]
  return JSON.stringify([where, view['name'], view['budget'], view['encoding'], branches, tags])
}

type Shown = Pick<TractView, 'name' | 'config' | 'head' | 'branches' | 'tags'>
function shown({ name, config, head, branches, tags }: Shown): string {
  const rows = names.flatMap((each) => branches.filter((branch) => branch.name === each).map(({ commit, messageCount }) => [each, commit, messageCount]))
  const named = tagNames.flatMap((each) => tags.filter((tag) => tag.name === each).map(({ commit }) => [each, commit]))
  return JSON.stringify([[head.kind === 'attached' ? head.branch : '', head.commit], name, config.budget?.maxTokens ?? 0, config.encoding, rows, named])
}

const liveView = (tract: Tract): Shown => ({ name: tract.name, config: tract.config, head: tract.status().head, branches: tract.listBranches(), tags: tract.listTags() })

/** Compares everything that shows, and the context at HEAD. */
export function expectAsModel({ tract, model: { view } }: Walk): void {
  const live = liveView(tract)
  expect([shown(live), live.branches.length, live.tags.length]).toEqual([readable(view), names.filter((name) => isBranch(view, name)).length, tagNames.filter((name) => view[`ref tag:${name}`]).length])
  const orig = view['ref ORIG_HEAD'] as Commit | undefined
  if (orig) expect(tract.resolve('ORIG_HEAD')).toBe(orig.hash)
  const { messages, excluded } = tract.compile()
  const entries = [...entriesAt((typeof view['head'] === 'string' ? ((view[`ref ${headBranch(view)}`] as Commit | undefined) ?? null) : (view['head'] as Commit))).values()]
  const isShown = ({ priority }: { readonly priority: Priority }) => priority !== 'skip'
  expect([messages.map(({ messageId, priority, content }) => sayOf({ message: messageId, priority, text: content })), excluded.map(({ messageId }) => messageId)])
    .toEqual([entries.filter(isShown).map(sayOf), entries.filter((entry) => !isShown(entry)).map(({ message }) => message)])
}

/** The past as it was seen then, and the present as it is, down to when each branch moved. */
export function expectPastAsSeen(one: Walk, random: Random, count: number): void {
  const { workspace, tract, seen } = one
  const seqs = [...seen.keys()]
  for (const seq of Array.from({ length: count }, () => random.pick(seqs))) expect(shown(tract.viewAt(seq))).toBe(readable(seen.get(seq) as View))
  if (!one.model.view['ref ORIG_HEAD']) expect(() => tract.resolve('ORIG_HEAD')).toThrow(Fault)
  const { seq: _seq, at: _at, ...now } = tract.viewAt(workspace.lastSeq())
  expect(now).toEqual(liveView(tract))
}
