import type { Priority } from '../../core/model/content.ts'

/** One commit of a branch, as far as a reader can tell. */
export type Step =
  | { readonly kind: 'append'; readonly id: string; readonly role: string; readonly text: string; readonly priority: Priority }
  | { readonly kind: 'edit'; readonly id: string; readonly text: string }
  | { readonly kind: 'annotate'; readonly id: string; readonly priority: Priority }
/** Everything of a tract that can change. */
export type View = {
  readonly head: string
  readonly name: string
  readonly budget: number | null
  readonly encoding: string
  /** Commits from the root to the tip; a branch without commits isn't listed. */
  readonly branches: { readonly [name: string]: readonly Step[] }
  /** Texts of unfinished answers by id. */
  readonly partials: { readonly [id: string]: string }
}
export type Message = { readonly id: string; readonly role: string; readonly text: string; readonly priority: Priority }

type Done = { readonly before: View; readonly after: View; readonly previous: Done | null }
/** A tract in the head: what is in effect, and what undo and redo would do, by definition. */
export type WalkModel = { readonly view: View; readonly current: Done | null; readonly redo: readonly Done[] }

export const newModel = (view: View): WalkModel => ({ view, current: null, redo: [] })

/** An act that changes something is undoable and clears redo; one that gives the very view it was given is none. */
export function acted(model: WalkModel, after: View): WalkModel {
  if (after === model.view) return model
  const done = { before: model.view, after, previous: model.current }
  return { view: after, current: done, redo: [] }
}

export function undone(model: WalkModel): WalkModel | null {
  const { current } = model
  return current && { view: current.before, current: current.previous, redo: [...model.redo, current] }
}

export function redone(model: WalkModel): WalkModel | null {
  const last = model.redo.at(-1)
  return last ? { view: last.after, current: last, redo: model.redo.slice(0, -1) } : null
}

export const lineOf = (view: View, branch: string): readonly Step[] => view.branches[branch] ?? []
export const withLine = (view: View, branch: string, steps: readonly Step[]): View => ({ ...view, branches: { ...view.branches, [branch]: steps } })

/** The messages of a branch in order, from the definition: edits replace in place, the last priority holds. */
export function messagesOf(steps: readonly Step[]): readonly Message[] {
  const messages: Message[] = []
  for (const step of steps) {
    const at = messages.findIndex(({ id }) => id === step.id)
    const known = messages[at]
    if (step.kind === 'append') messages.push({ id: step.id, role: step.role, text: step.text, priority: step.priority })
    else if (known) messages[at] = step.kind === 'edit' ? { ...known, text: step.text } : { ...known, priority: step.priority }
  }
  return messages
}

/** The view with everything in an order of its own, for comparing. */
export function readable({ branches, partials, ...view }: View) {
  const lines = Object.entries(branches).map(([name, steps]): [string, object] => {
    const messages = messagesOf(steps)
    const isShown = ({ priority }: Message) => priority !== 'skip'
    return [name, { commits: steps.length, shown: messages.filter(isShown), hidden: messages.filter((message) => !isShown(message)).map(({ id }) => id) }]
  })
  return { ...view, branches: Object.fromEntries(lines.toSorted(([a], [b]) => (a < b ? -1 : 1))), partials: Object.values(partials).toSorted() }
}
