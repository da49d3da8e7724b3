/** What names are, as plain maps: commits are hashes, and the model knows of each only its first parent. */
export type Place = { readonly branch: string } | { readonly commit: string }
type Names = { readonly [name: string]: string }
export type RefsView = { readonly head: Place; readonly branches: Names; readonly tags: Names; readonly origHead: string | null }
type Done = { readonly before: RefsView; readonly after: RefsView; readonly previous: Done | null; readonly renames: boolean }
export type RefsModel = {
  readonly view: RefsView
  /** Where HEAD was before it last moved. */
  readonly previousHead: Place | null
  readonly current: Done | null
  readonly redo: readonly Done[]
  readonly parents: ReadonlyMap<string, string | null>
}
/** What an act must lead to: a view, or the fault it must throw. */
export type Expected = RefsView | { readonly fault: string; readonly [fact: string]: unknown }

export const newRefs: RefsModel = { view: { head: { branch: 'main' }, branches: {}, tags: {}, origHead: null }, previousHead: null, current: null, redo: [], parents: new Map() }

export const isFault = (expected: Expected): expected is Exclude<Expected, RefsView> => 'fault' in expected
const same = (a: Place, b: Place): boolean => JSON.stringify(a) === JSON.stringify(b)
const without = (names: Names, gone: string): Names => Object.fromEntries(Object.entries(names).filter(([name]) => name !== gone))

/** An act that gives the very view it was given was none. */
export function didAct(model: RefsModel, after: RefsView, renames = false): RefsModel {
  if (after === model.view) return model
  const done = { before: model.view, after, previous: model.current, renames }
  return { ...moved(model, after, renames), current: done, redo: [] }
}
export function didUndo(model: RefsModel): RefsModel | null {
  const { current } = model
  return current && { ...moved(model, current.before, current.renames), current: current.previous, redo: [...model.redo, current] }
}
export function didRedo(model: RefsModel): RefsModel | null {
  const last = model.redo.at(-1)
  return last ? { ...moved(model, last.after, last.renames), current: last, redo: model.redo.slice(0, -1) } : null
}
const moved = (model: RefsModel, view: RefsView, renames: boolean): RefsModel => ({ ...model, view, previousHead: renames || same(view.head, model.view.head) ? model.previousHead : model.view.head })

export const isHere = ({ head, branches }: RefsView, name: string): boolean => name in branches || ('branch' in head && head.branch === name)
export const tipOf = ({ head, branches }: RefsView): string | null => ('commit' in head ? head.commit : (branches[head.branch] ?? null))

/** The commit behind `name~n`, by definition. */
export function commitOf({ view, parents }: RefsModel, ref: string): string | { readonly fault: string } {
  const [name = '', steps = '0'] = ref.split('~')
  const { head, branches, tags, origHead } = view
  const start = parents.has(name) ? name : name === 'HEAD' ? tipOf(view) : name === 'ORIG_HEAD' ? origHead : name.startsWith('tag:') ? tags[name.slice(4)] : (branches[name] ?? tags[name])
  if (start === null || start === undefined) return { fault: name === 'HEAD' || ('branch' in head && head.branch === name) ? 'ref/no-commits' : 'ref/not-found' }
  let at: string | null | undefined = start
  for (let i = Number(steps); i > 0 && at; i--) at = parents.get(at)
  return at ?? { fault: 'ref/not-found' }
}

export function headAfterCheckout(model: RefsModel, ref: string): Place | { readonly fault: string } {
  const { view, previousHead } = model
  if (ref === '-') return previousHead === null ? { fault: 'ref/not-found' } : 'branch' in previousHead && !isHere(view, previousHead.branch) ? { fault: 'branch/not-found' } : previousHead
  if (ref === 'HEAD') return view.head
  if (isHere(view, ref)) return { branch: ref }
  const commit = commitOf(model, ref)
  return typeof commit === 'string' ? { commit } : commit
}

export function moveTo(view: RefsView, head: Place | { readonly fault: string }): Expected {
  return 'fault' in head ? head : same(view.head, head) ? view : { ...view, head }
}

export function branchAt(model: RefsModel, name: string, from: string, switches: boolean): Expected {
  const { view } = model
  if (isHere(view, name)) return { fault: 'branch/exists' }
  const commit = commitOf(model, from)
  if (typeof commit !== 'string') return commit
  return { ...view, branches: { ...view.branches, [name]: commit }, head: switches ? { branch: name } : view.head }
}

export function resetTo(model: RefsModel, ref: string): Expected {
  const { view } = model
  if ('commit' in view.head) return { fault: 'head/detached' }
  const commit = commitOf(model, ref)
  if (typeof commit !== 'string') return commit
  const tip = tipOf(view)
  return commit === tip ? view : { ...view, branches: { ...view.branches, [view.head.branch]: commit }, origHead: tip }
}

export function tagAt(model: RefsModel, name: string, at: string): Expected {
  const { view } = model
  if (name in view.tags) return { fault: 'tag/exists' }
  const commit = commitOf(model, at)
  return typeof commit === 'string' ? { ...view, tags: { ...view.tags, [name]: commit } } : commit
}

export const untag = (view: RefsView, name: string): Expected => (name in view.tags ? { ...view, tags: without(view.tags, name) } : { fault: 'tag/not-found' })

export function renamed(view: RefsView, from: string, to: string): Expected {
  if (!isHere(view, from)) return { fault: 'branch/not-found' }
  if (from === to) return view
  if (isHere(view, to)) return { fault: 'branch/exists' }
  const tip = view.branches[from]
  const head = 'branch' in view.head && view.head.branch === from ? { branch: to } : view.head
  return { ...view, head, branches: tip === undefined ? view.branches : { ...without(view.branches, from), [to]: tip } }
}

export function deleted({ view, parents }: RefsModel, name: string, force: boolean): Expected {
  if ('branch' in view.head && view.head.branch === name) return { fault: 'branch/current' }
  const tip = view.branches[name]
  if (tip === undefined) return { fault: 'branch/not-found' }
  const branches = without(view.branches, name)
  const held = new Set([...Object.values(branches), ...Object.values(view.tags)].flatMap((commit) => lineOf(parents, commit)))
  const commits = lineOf(parents, tip).filter((commit) => !held.has(commit)).length
  return commits > 0 && !force ? { fault: 'branch/unmerged', commits } : { ...view, branches }
}

function lineOf(parents: RefsModel['parents'], tip: string): readonly string[] {
  const line: string[] = []
  for (let at: string | null = tip; at !== null; at = parents.get(at) ?? null) line.push(at)
  return line
}
