import type { Priority } from '../../core/model/content.ts'

/** What one commit says. */
export type Says =
  | { readonly kind: 'append'; readonly message: string; readonly text: string; readonly priority: Priority }
  | { readonly kind: 'edit'; readonly message: string; readonly text: string }
  | { readonly kind: 'annotate'; readonly message: string; readonly priority: Priority }
/** Commits are told apart by identity. */
export type Commit = { readonly hash: string; readonly parent: Commit | null; readonly says: Says }
/** Everything of a tract that can change, by place: `head` (`on NAME` or a commit), `name`, `budget`, `encoding`, and `ref NAME` (tags as `ref tag:NAME`). */
export type View = { readonly [place: string]: Commit | string | number }

/** One act, its view before and after, and the act that was in effect before it. */
export type Act = {
  readonly id: string
  readonly kind: 'act' | 'undo' | 'redo' | 'revert' | 'restore'
  readonly of: Act | null
  /** For the revert that undo makes on one branch. */
  readonly isOnBranch: boolean
  readonly before: View
  readonly after: View
  readonly previous: Act | null
  /** Refs that it moved in another way than by commits on top. */
  readonly moved: ReadonlySet<string>
}
/** A tract in the head: what holds, what is in effect, and what undo and redo would do, by definition. */
export type UndoModel = { readonly view: View; readonly current: Act | null; readonly redo: readonly Act[]; readonly acts: readonly Act[] }

export const newUndoModel = (view: View): UndoModel => ({ view, current: null, redo: [], acts: [] })

export function withPlaces(view: View, places: { readonly [place: string]: Commit | string | number | null }): View {
  return Object.fromEntries(Object.entries({ ...view, ...places }).filter((entry): entry is [string, Commit | string | number] => entry[1] !== null))
}

export const changedPlaces = (a: View, b: View): readonly string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((place) => a[place] !== b[place])

export function acted(model: UndoModel, act: Pick<Act, 'id' | 'after'> & Partial<Act>): UndoModel {
  const done: Act = { kind: 'act', of: null, isOnBranch: false, moved: new Set(), before: model.view, previous: model.current, ...act }
  return { view: done.after, current: done, redo: [], acts: [...model.acts, done] }
}

/** undefined: there is nothing to walk to. */
export function walked(model: UndoModel, kind: 'undo' | 'redo', id: string): UndoModel | undefined {
  const of = kind === 'undo' ? model.current : model.redo.at(-1)
  if (!of) return undefined
  const after = kind === 'undo' ? of.before : of.after
  const turn: Act = { id, kind, of, isOnBranch: false, moved: new Set(changedPlaces(model.view, after)), before: model.view, after, previous: null }
  const acts = [...model.acts, turn]
  if (kind === 'undo') return { view: of.before, current: of.previous, redo: [...model.redo, of], acts }
  return { view: of.after, current: of, redo: model.redo.slice(0, -1), acts }
}

/** Whether a later act that is in effect takes it back: an undo or a revert of it, or, for an undo, the redo that followed it. */
export function isTaken(acts: readonly Act[], one: Act): boolean {
  const at = acts.indexOf(one)
  return acts.slice(at + 1).some((later, i) => {
    if (later.kind === 'redo') {
      const undoneBy = acts.slice(0, at + 1 + i).findLast((turn) => turn.kind === 'undo' && turn.of === later.of)
      return undoneBy === one && !isTaken(acts, later)
    }
    return (later.kind === 'undo' || later.kind === 'revert') && later.of === one && !isTaken(acts, later)
  })
}

/** The act that undo on one branch takes back. */
export function latestOn(model: UndoModel, branch: string): Act | null {
  for (let act = model.current; act; act = act.previous) {
    if (!act.isOnBranch && act.before[`ref ${branch}`] !== act.after[`ref ${branch}`] && !isPassed(model, act)) return act
  }
  return null
}

/** Taken back by a revert that is in effect among those above it. */
function isPassed(model: UndoModel, one: Act): boolean {
  for (let act = model.current; act && act !== one; act = act.previous) if (act.kind === 'revert' && act.of === one && !isPassed(model, act)) return true
  return false
}

export type Entry = { readonly message: string; readonly text: string; readonly textBy: Commit; readonly priority: Priority; readonly priorityBy: Commit }
const states = new WeakMap<Commit, ReadonlyMap<string, Entry>>()

/** The messages at a commit by the definition of a context: edits replace in place, the last priority holds. */
export function entriesAt(commit: Commit | null): ReadonlyMap<string, Entry> {
  if (!commit) return new Map()
  const known = states.get(commit)
  if (known) return known
  const entries = new Map(entriesAt(commit.parent))
  const { says } = commit
  const entry = entries.get(says.message)
  if (says.kind === 'append') entries.set(says.message, { message: says.message, text: says.text, textBy: commit, priority: says.priority, priorityBy: commit })
  else if (entry) entries.set(says.message, says.kind === 'edit' ? { ...entry, text: says.text, textBy: commit } : { ...entry, priority: says.priority, priorityBy: commit })
  states.set(commit, entries)
  return entries
}

/** What a revert comes to. `lines`: where opposite commits are due, what the branch then says by message. */
export type Reverted =
  | { readonly kind: 'nothing' | 'conflict' }
  | { readonly kind: 'done'; readonly view: View; readonly lines: ReadonlyMap<string, { readonly commits: number; readonly says: readonly string[] }> }

export function reverted(model: UndoModel, asked: Act): Reverted {
  const act = asked.kind === 'redo' && asked.of ? asked.of : asked
  if (isTaken(model.acts, act)) return { kind: 'nothing' }
  const lines = new Map<string, { readonly commits: number; readonly says: readonly string[] }>()
  let view = model.view
  for (const place of changedPlaces(act.before, act.after)) {
    const now = model.view[place]
    if (now === act.after[place]) view = withPlaces(view, { [place]: act.before[place] ?? null })
    else if (now !== act.before[place] && place !== 'ref ORIG_HEAD') {
      const line = oppositeLine(act, place, now)
      if (!line) return { kind: 'conflict' }
      lines.set(place, line)
    }
  }
  const { head } = view
  if (typeof head === 'string') {
    const ref = `ref ${head.slice(3)}`
    if (view[ref] === undefined && !(act.before['head'] === head && act.before[ref] === undefined)) return { kind: 'conflict' }
  }
  const isSame = changedPlaces(view, model.view).length === 0 && [...lines.values()].every(({ commits }) => commits === 0)
  return isSame ? { kind: 'nothing' } : { kind: 'done', view, lines }
}

function oppositeLine(act: Act, place: string, now: View[string] | undefined): { readonly commits: number; readonly says: readonly string[] } | null {
  const [before, after] = [(act.before[place] as Commit | undefined) ?? null, act.after[place] as Commit | undefined]
  if (!place.startsWith('ref ') || place.startsWith('ref tag:') || typeof now !== 'object' || !after || act.moved.has(place) || !lineOf(now).includes(after)) return null
  const made = lineOf(after).slice(lineOf(before).length)
  const [a, b, c] = [entriesAt(before), entriesAt(after), entriesAt(now)]
  const result = new Map(c)
  let commits = 0
  for (const message of new Set(made.map(({ says }) => says.message))) {
    const [old, left, found] = [a.get(message), b.get(message), c.get(message)]
    if (!left || !found) throw new Error('a message went')
    const isMine = (by: Commit) => made.includes(by)
    if (!old && (found.textBy !== left.textBy || found.priorityBy !== left.priorityBy)) return null
    if ((isMine(left.textBy) && found.textBy !== left.textBy) || (isMine(left.priorityBy) && found.priorityBy !== left.priorityBy)) return null
    const back = { ...found, text: isMine(left.textBy) ? (old?.text ?? left.text) : found.text, priority: isMine(left.priorityBy) ? (old?.priority ?? 'skip') : found.priority }
    commits += Number(back.text !== found.text) + Number(back.priority !== found.priority)
    result.set(message, back)
  }
  return { commits, says: [...result.values()].map(sayOf) }
}

export const sayOf = ({ message, text, priority }: Pick<Entry, 'message' | 'text' | 'priority'>): string => `${message} ${priority} ${text}`

/** From the root to a commit. */
export function lineOf(commit: Commit | null): readonly Commit[] {
  const line: Commit[] = []
  for (let at = commit; at; at = at.parent) line.push(at)
  return line.reverse()
}
