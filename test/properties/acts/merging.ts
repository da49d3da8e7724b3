import { type Conflict, Fault, type PendingMerge, type Resolution, type Resolver, type Tract } from '../../../core/index.ts'
import { checkMerged, type Decision, mergeKind } from '../checks/merge.ts'
import { checkCost } from '../checks/cost.ts'
import { hashIn, nextName, otherBranch, otherBranches, type Scene, tell, undoOne, write } from '../scene.ts'
import type { Step } from '../steps.ts'
import { holds, Violation } from '../violation.ts'
import { plainWords } from '../words.ts'
import { codeOf } from './compressing.ts'

/** Brings another branch here: decisions at random, at once or one by one. */
export function merge(scene: Scene, { a, b, c }: Step): void {
  const other = otherBranch(scene, a)
  if (!other || scene.view.branch === null || scene.view.tip === null) return
  const isAhead = scene.history.reached(other.tip).has(scene.view.tip)
  mergeChecked(scene, other, deciding(scene, b, c), { noFf: c < (isAhead ? 0.6 : 0.1), waits: c >= 0.8 && c < 0.9, left: c >= 0.9 })
}

/** Both sides of a conflict decide it their way; then the decisions meet. */
export function decideBoth(scene: Scene, { a, b, c }: Step): void {
  const other = otherBranch(scene, a)
  const { branch: here, tip } = scene.view
  if (!other || here === null || tip === null || [here, other.name].some((name) => scene.tract.on(name).findPendingMerge())) return
  const old = `branch${nextName(scene)}`
  write(scene, (tract) => tract.branch(old, { from: hashIn(scene, tip), switch: false }))
  mergeChecked(scene, other, always('ours'), { noFf: false, waits: false, left: false })
  write(scene, (tract) => tract.switch(other.name))
  mergeChecked(scene, { name: old, tip }, always('ours'), { noFf: false, waits: false, left: false })
  write(scene, (tract) => tract.switch(here))
  const now = otherBranches(scene).find(({ name }) => name === other.name)
  if (now) mergeChecked(scene, now, deciding(scene, b, c), { noFf: false, waits: false, left: false })
}

/** A merge that waits gets its decisions, made anew where a branch moved meanwhile; or it is given up. */
export function settle(scene: Scene, { a, b, c }: Step): void {
  const waiting = scene.tract.findPendingMerge()
  if (!waiting || scene.view.tip === null) return
  if (a < 0.2) {
    write(scene, (tract) => tract.abortMerge())
    return
  }
  tell(scene, waiting.isStale ? 'settled stale' : 'settled')
  const pending = waiting.isStale ? write(scene, (tract) => tract.refreshMerge()) : waiting
  if (pending === null) {
    tell(scene, 'nothing left to settle')
    return
  }
  const how = deciding(scene, b, c)
  const tips = { ours: scene.view.tip, theirs: scene.history.keys.find((key) => hashIn(scene, key) === pending.theirs) ?? 0 }
  settleAll(scene, pending, how)
  checkMerged(scene, { ...tips, merged: scene.view.tip, decisions: how.decisions })
}

type Side = { readonly name: string; readonly tip: number }
type Deciding = { readonly resolver: Resolver; readonly decisions: Decision[] }
type How = { readonly noFf: boolean; readonly waits: boolean; readonly left: boolean }

function mergeChecked(scene: Scene, from: Side, how: Deciding, { noFf, waits, left }: How): void {
  const { history, view: { tip: ours } } = scene
  if (ours === null) return
  if (scene.tract.findPendingMerge()) scene.tract.merge(from.name)
  const kind = mergeKind(history, ours, from.tip, noFf)
  const mirror = kind === 'merge' && !noFf ? mirrorOf(scene, from.name) : null
  const { resolver } = how
  const result = checkCost(scene, from.tip, () => write(scene, (tract) => tract.merge(from.name, { noFf, allowUnrelated: true, ...(waits || left ? {} : { resolver }) })))
  if (kind !== 'merge') {
    tell(scene, `merged ${result.kind}`)
    holds('P3', result.kind === kind, () => `the merge says ${result.kind}, not ${kind}`)
    return
  }
  tell(scene, `merged ${result.kind}`)
  holds('P3', ['clean', 'resolved', 'conflict'].includes(result.kind), () => `the merge says ${result.kind}, though both sides have news`)
  if (mirror) holds('P3', (mirror.kind === 'clean') === (result.kind === 'clean'), () => `this way ${result.kind}, the other way ${mirror.kind}`)
  if (result.kind === 'conflict' && left) return
  if (result.kind === 'conflict') settleAll(scene, result.pending, how)
  const merged = scene.view.tip
  if (merged === null) return
  checkMerged(scene, { ours, theirs: from.tip, merged, decisions: how.decisions })
  if (mirror?.kind === 'clean') holds('P3', sortedLines(plainWords(scene.tract.compile())) === mirror.words, () => `the two directions differ\n${plainWords(scene.tract.compile())}\n\n${mirror.words}`)
  const again = scene.tract.merge(from.name)
  holds('P3', again.kind === 'upToDate', () => `merged again it says ${again.kind}`)
}

function settleAll(scene: Scene, { conflicts }: PendingMerge, { resolver }: Deciding): void {
  for (const conflict of conflicts) write(scene, (tract) => tract.resolveConflict(conflict.id, resolver(conflict) ?? { take: 'ours' }))
  write(scene, (tract) => tract.commitMerge())
}

/** The same merge the other way round, taken back. */
function mirrorOf(scene: Scene, other: string): { readonly kind: string; readonly words: string } | null {
  const { branch } = scene.view
  if (branch === null) return null
  const result = probe(scene, (tract) => tract.on(other).merge(branch, { strategy: 'ours', allowUnrelated: true }))
  if (typeof result === 'string') return null
  const words = result.kind === 'clean' ? sortedLines(plainWords(scene.tract.on(other).compile())) : ''
  undoOne(scene)
  return { kind: result.kind, words }
}

/** A refusal is the answer then: one merge at most may wait on a branch. */
function probe<R>(scene: Scene, act: (tract: Tract) => R): R | string {
  try {
    return write(scene, act)
  } catch (error) {
    if (Fault.is(error) && error.code === 'merge/in-progress') return error.code
    throw Fault.is(error) ? new Violation('P3', `the other way round it is refused: ${error.code}`) : error
  }
}

const sortedLines = (text: string): string => text.split('\n').toSorted().join('\n')

const always = (take: 'ours' | 'theirs'): Deciding => collecting(() => ({ take }))

/** The same for the same conflict, whatever order they come in. */
function deciding(scene: Scene, b: number, c: number): Deciding {
  return collecting((conflict) => {
    const own = c * 10 - Math.floor(c * 10)
    const isText = conflict.kind === 'bothEdited'
    if (isText && own < 0.3) return { take: 'text', text: `decided ${nextName(scene)}, said at some length` }
    if (isText && own > 0.9) return { take: 'base' }
    if (own > 0.7 && conflict.kinds.every((kind) => kind === 'bothCompressed')) return { take: 'both' }
    const first = conflict.messages.toSorted()[0] ?? ''
    return { take: (Number.parseInt(first.slice(0, 2), 16) ^ Math.floor(b * 256)) & 1 ? 'ours' : 'theirs' }
  })
}

function collecting(decide: (conflict: Conflict) => Resolution): Deciding {
  const decisions: Decision[] = []
  const resolver = (conflict: Conflict): Resolution => {
    const resolution = decide(conflict)
    decisions.push({ conflict, resolution })
    return resolution
  }
  return { resolver, decisions }
}

/** P4: after it this branch reads as the other one would after merging this one. */
export function rebase(scene: Scene, { a, b, c }: Step): void {
  const onto = otherBranch(scene, a)
  const { branch: here, tip } = scene.view
  if (!onto || here === null || tip === null) return
  if (scene.tract.findPendingMerge()) scene.tract.rebase(onto.name)
  const kind = mergeKind(scene.history, onto.tip, tip, false)
  const decide = (): Resolver => once(deciding(scene, b, c).resolver)
  const hasBase = scene.history.bases(onto.tip, tip).length > 0
  const merged = kind === 'merge' && hasBase ? mergedInto(scene, onto.name, here, decide()) : null
  const result = write(scene, (tract) => tract.rebase(onto.name, { resolver: decide() }))
  const expected = onto.tip === tip ? 'upToDate' : { upToDate: 'fastForward', fastForward: 'upToDate', merge: 'rebased' }[kind]
  tell(scene, `rebased ${result.kind}`)
  holds('P4', result.kind === expected, () => `the rebase says ${result.kind}, not ${expected}`)
  if (result.kind !== 'rebased') return
  const own = scene.history.own(scene.view.tip ?? 0, onto.tip)
  holds('P4', own.every(({ parents }) => parents.length === 1), () => 'the branch is no line')
  holds('P4', scene.view.refs.get(`tag:before-rebase/${here}`) === tip, () => 'the old tip has no tag')
  const words = plainWords(scene.tract.compile())
  if (merged !== null) holds('P4', words === merged, () => `rebased it reads\n${words}\nmerged\n${merged}`)
}

/** Own words are numbered: both ways of writing it must get the same. */
function once(resolver: Resolver): Resolver {
  return (conflict) => {
    const resolution = resolver(conflict)
    return resolution?.take === 'text' ? { take: 'text', text: `decided on ${conflict.messages[0]?.slice(0, 8)}, said at some length` } : resolution
  }
}

function mergedInto(scene: Scene, onto: string, branch: string, resolver: Resolver): string | null {
  const code = codeOf(() => write(scene, (tract) => tract.on(onto).merge(branch, { resolver, allowUnrelated: true })))
  if (code === 'merge/in-progress') return null
  holds('P4', code === 'none', () => `merging this branch is refused: ${code}`)
  const words = plainWords(scene.tract.on(onto).compile())
  undoOne(scene)
  return words
}
