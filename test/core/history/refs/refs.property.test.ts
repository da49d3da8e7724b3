import { expect, test } from 'vitest'
import { Fault, type Head, type Tract, Workspace } from '../../../../core/index.ts'
import { forSeedsAsync, type Random } from '../../../helpers/random.ts'
import {
  branchAt, commitOf, deleted, didAct, didRedo, didUndo, type Expected, headAfterCheckout, isFault, moveTo, newRefs, type Place, renamed, type RefsModel, resetTo, tagAt, untag,
} from '../../../helpers/refsModel.ts'
import { testPorts } from '../../../helpers/testPorts.ts'

const weights = { commit: 20, branch: 12, switch: 8, checkout: 14, reset: 9, tag: 6, deleteTag: 3, renameBranch: 7, deleteBranch: 8, undo: 12, redo: 8 }
const names = ['main', 'one', 'two', 'three', 'both']
const tags = ['v1', 'v2', 'both']
type Walk = { readonly workspace: Workspace; readonly tract: Tract; model: RefsModel; said: number }

/** Any way to name a commit, often one that names nothing. */
function anyRef(random: Random, { parents }: RefsModel): string {
  const commits = [...parents.keys()]
  const name = random.weighted({ HEAD: 4, commit: commits.length > 0 ? 5 : 0, branch: 5, tag: 3, written: 2, ORIG_HEAD: 2 })
  const base = name === 'commit' ? random.pick(commits) : name === 'branch' ? random.pick(names) : name === 'tag' ? random.pick(tags) : name === 'written' ? `tag:${random.pick(tags)}` : name
  return random.chance(0.25) ? `${base}~${random.below(4)}` : base
}

function act(walk: Walk, random: Random): void {
  const { tract, model } = walk
  const { view } = model
  const kind = random.weighted(weights)
  const [name, other, tag, ref] = [random.pick(names), random.pick(names), random.pick(tags), anyRef(random, model)]
  const [flag] = [random.chance(0.5)]
  switch (kind) {
    case 'commit':
      return say(walk)
    case 'branch':
      return does(walk, () => tract.branch(name, { from: ref, switch: flag }), branchAt(model, name, ref, flag))
    case 'switch':
      return does(walk, () => tract.switch(name), name in view.branches || same(view.head, { branch: name }) ? moveTo(view, { branch: name }) : { fault: 'branch/not-found' })
    case 'checkout': {
      const to = random.chance(0.4) ? '-' : ref
      return does(walk, () => tract.checkout(to), moveTo(view, headAfterCheckout(model, to)))
    }
    case 'reset':
      return does(walk, () => tract.reset(ref), resetTo(model, ref))
    case 'tag':
      return does(walk, () => tract.tag(tag, { at: ref }), tagAt(model, tag, ref))
    case 'deleteTag':
      return does(walk, () => tract.deleteTag(tag), untag(view, tag))
    case 'renameBranch':
      return does(walk, () => tract.renameBranch(name, other), renamed(view, name, other), true)
    case 'deleteBranch':
      return does(walk, () => tract.deleteBranch(name, { force: flag }), deleted(model, name, flag))
    case 'undo':
    case 'redo':
      return turn(walk, kind)
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

function say(walk: Walk): void {
  const { tract, model } = walk
  const { head, branches } = model.view
  if ('commit' in head) return does(walk, () => tract.user('x'), { fault: 'head/detached' })
  const { hash } = tract.user(`${++walk.said}`)
  walk.model = didAct({ ...model, parents: new Map([...model.parents, [hash, branches[head.branch] ?? null]]) }, { ...model.view, branches: { ...branches, [head.branch]: hash } })
}

function turn(walk: Walk, verb: 'undo' | 'redo'): void {
  const next = (verb === 'undo' ? didUndo : didRedo)(walk.model)
  expect(walk.tract[verb]().kind).toBe(next ? 'done' : 'nothing')
  walk.model = next ?? walk.model
}

/** Does it on the tract; what must come of it is known before. */
function does(walk: Walk, what: () => unknown, expected: Expected, renames = false): void {
  const before = walk.workspace.lastSeq()
  const fault = faultIn(what)
  if (isFault(expected)) return expect(fault).toMatchObject(expected)
  expect(fault).toEqual(null)
  if (expected === walk.model.view) expect(walk.workspace.lastSeq()).toBe(before)
  walk.model = didAct(walk.model, expected, renames)
}

function faultIn(what: () => unknown): object | null {
  try {
    what()
    return null
  } catch (error) {
    return Fault.is(error) ? { fault: error.code, ...error.data } : { error }
  }
}

const faultOr = <T>(found: T | { readonly fault: string }): T | string => (typeof found === 'object' && found !== null && 'fault' in found ? found.fault : found)

function resolved(tract: Tract, ref: string): string {
  try {
    return tract.resolve(ref)
  } catch (error) {
    return Fault.is(error) ? error.code : String(error)
  }
}

/** Compares as text first: the difference is only looked for when there is one. */
function expectSame(seen: unknown, expected: unknown): void {
  if (!same(seen, expected)) expect(seen).toEqual(expected)
}

const stop = new Error('only looked')

/** Where `-` would lead, without going there. */
function previousOf(tract: Tract): Place | string {
  let seen: Place | string = ''
  try {
    tract.batch(() => {
      seen = placeOf(tract.checkout('-'))
      throw stop
    })
  } catch (error) {
    if (error !== stop) return Fault.is(error) ? error.code : String(error)
  }
  return seen
}

const placeOf = (head: Head): Place => (head.kind === 'attached' ? { branch: head.branch } : { commit: head.commit })

function seenOf(tract: Tract) {
  const origHead = resolved(tract, 'ORIG_HEAD')
  const branches = tract.listBranches()
  const pairs = (list: readonly { readonly name: string; readonly commit: string | null }[]) => list.filter(({ commit }) => commit !== null).map(({ name, commit }) => [name, commit])
  return {
    head: placeOf(tract.status().head), current: branches.filter(({ isCurrent }) => isCurrent).map(({ name }) => name), branches: pairs(branches), tags: pairs(tract.listTags()),
    origHead: origHead === 'ref/not-found' ? null : origHead,
  }
}

function expectedOf({ view: { head, branches, tags: tagged, origHead } }: RefsModel) {
  const byName = (rows: { readonly [name: string]: string }) => Object.entries(rows).toSorted(([a], [b]) => Number(b === 'main') - Number(a === 'main') || (a < b ? -1 : 1))
  return { head, current: 'branch' in head ? [head.branch] : [], branches: byName(branches), tags: byName(tagged), origHead }
}

test.each([0, 1, 2, 3, 4])('branches, tags, HEAD, - and ORIG_HEAD are what plain maps say, whatever was done (part %i)', async (part) => {
  using workspace = Workspace.open(':memory:', { ports: testPorts() })
  await forSeedsAsync(110, part * 110, async (random) => {
    const walk: Walk = { workspace, tract: workspace.create(), model: newRefs, said: 0 }
    for (let steps = 20; steps > 0; steps--) {
      act(walk, random)
      expectSame(seenOf(walk.tract), expectedOf(walk.model))
      if (random.chance(0.2)) expectSame(previousOf(walk.tract), faultOr(headAfterCheckout(walk.model, '-')))
      const ref = anyRef(random, walk.model)
      expectSame([ref, resolved(walk.tract, ref)], [ref, faultOr(commitOf(walk.model, ref))])
    }
    if (random.chance(0.7)) return
    while (walk.model.current) turn(walk, 'undo')
    expectSame(seenOf(walk.tract), expectedOf(walk.model))
    while (walk.model.redo.length > 0) turn(walk, 'redo')
    expectSame(seenOf(walk.tract), expectedOf(walk.model))
  })
  expect([workspace.replay().kind, workspace.verify().kind]).toEqual(['same', 'intact'])
}, 60_000)
