import { branchesIn, hashIn, nextName, otherBranches, redoOne, type Scene, undoOne, write } from '../scene.ts'
import { choose, type Step } from '../steps.ts'
import { holds } from '../violation.ts'

/** From here, or from any tip there ever was. */
export function branch(scene: Scene, { a, b }: Step): void {
  const at = a < 0.6 ? scene.view.tip : choose([...scene.tips], b)
  if (at === null || at === undefined) return
  write(scene, (tract) => tract.branch(`branch${nextName(scene)}`, { from: hashIn(scene, at) }))
  holds('refs', scene.view.tip === at, () => 'the branch starts elsewhere')
}

export function switchTo(scene: Scene, { a }: Step): void {
  const to = choose(branchesIn(scene), a)
  if (!to) return
  write(scene, (tract) => tract.switch(to.name))
  holds('refs', scene.view.branch === to.name && scene.view.tip === to.tip, () => `HEAD is not on ${to.name}`)
}

export function checkout(scene: Scene, { a, b }: Step): void {
  const to = choose([...scene.tips], b)
  if (to === undefined) return
  write(scene, (tract) => tract.checkout(a < 0.3 ? '-' : hashIn(scene, to)))
  if (a >= 0.3) holds('refs', scene.view.branch === null && scene.view.tip === to, () => 'HEAD is not on the commit')
}

export function deleteBranch(scene: Scene, { a, b }: Step): void {
  const branchToGo = choose(otherBranches(scene), a)
  if (!branchToGo) return
  const force = b < 0.5
  const kept = [...scene.view.refs].filter(([name]) => name !== branchToGo.name && name !== 'ORIG_HEAD').map(([, tip]) => tip)
  const isMerged = kept.some((tip) => scene.history.reached(tip).has(branchToGo.tip))
  write(scene, (tract) => tract.deleteBranch(branchToGo.name, force ? { force } : {}))
  holds('refs', (force || isMerged) && !scene.view.refs.has(branchToGo.name), () => `${branchToGo.name} was deleted though nothing else reaches it, or is still there`)
}

export function renameBranch(scene: Scene, { a }: Step): void {
  const one = choose(branchesIn(scene), a)
  if (!one) return
  const name = `branch${nextName(scene)}`
  write(scene, (tract) => tract.renameBranch(one.name, name))
  holds('refs', scene.view.refs.get(name) === one.tip && !scene.view.refs.has(one.name), () => `${one.name} is not called ${name}`)
}

export function tag(scene: Scene, { a, b }: Step): void {
  const known = [...scene.view.refs.keys()].filter((name) => name.startsWith('tag:t'))
  const gone = b < 0.3 ? choose(known, a) : undefined
  const at = choose([...scene.tips], a)
  if (gone !== undefined) write(scene, (tract) => tract.deleteTag(gone.slice('tag:'.length)))
  else if (at !== undefined) write(scene, (tract) => tract.tag(`t${nextName(scene)}`, { at: hashIn(scene, at) }))
}

/** To a commit of this branch's history, or any tip there ever was. */
export function reset(scene: Scene, { a, b }: Step): void {
  const to = b < 0.7 ? choose([...scene.history.reached(scene.view.tip)].filter((key) => scene.tips.has(key)), a) : choose([...scene.tips], a)
  if (to === undefined) return
  const before = scene.view.tip
  write(scene, (tract) => tract.reset(hashIn(scene, to)))
  holds('refs', scene.view.tip === to && (before === to || (scene.view.refs.get('ORIG_HEAD') ?? null) === before), () => 'the branch is not where it was to go, or where it was is forgotten')
}

export function undo(scene: Scene): void {
  undoOne(scene)
}

export function redo(scene: Scene): void {
  redoOne(scene)
}

/** Something that changes without a commit. */
export function configure(scene: Scene, { a }: Step): void {
  write(scene, (tract) => tract.configure({ budget: { maxTokens: 1000 + Math.floor(a * 3) } }))
}

/** As it was right after an act that is still on record. */
export function restore(scene: Scene, { a }: Step): void {
  const operation = choose(scene.tract.operations({ limit: 50 }).items, a)
  const view = scene.views.find(({ seq }) => seq === operation?.seq)
  if (!operation || !view) return
  const result = write(scene, (tract) => tract.restore(operation.id))
  if (result.kind === 'done') holds('P6', scene.view.text === view.text, () => `restored it is ${scene.view.text}, not ${view.text}`)
}

/** One older act alone, if nothing stands in its way. */
export function revert(scene: Scene, { a }: Step): void {
  const operation = choose(scene.tract.operations({ limit: 20 }).items, a)
  if (!operation) return
  const before = scene.view.text
  const result = write(scene, (tract) => tract.revert(operation.id))
  if (result.kind !== 'done') holds('P6', scene.view.text === before, () => `revert says ${result.kind}, and yet changed something`)
}
