import { expect } from 'vitest'
import { type Tract, toReport, Fault } from '../../core/index.ts'
import type { Priority } from '../../core/model/content.ts'
import type { PartialId } from '../../core/model/ids.ts'
import { clientOf } from './calls.ts'
import type { Random } from './random.ts'
import { acted, lineOf, messagesOf, newModel, readable, redone, type Step, undone, type View, type WalkModel, withLine } from './walkModel.ts'

const weights = { append: 22, edit: 10, annotate: 10, branch: 6, switch: 7, configure: 4, rename: 2, batch: 5, refused: 3, undo: 14, redo: 9, cut: 2, keep: 2, discard: 2 }
const priorities: readonly Priority[] = ['pinned', 'normal', 'skip']
type SyncAct = 'append' | 'edit' | 'annotate' | 'branch' | 'switch' | 'configure' | 'rename' | 'batch'

/** A tract and its model, side by side. */
export type Walk = { readonly tract: Tract; model: WalkModel; names: number }

export function startWalk(tract: Tract): Walk {
  return { tract, names: 0, model: newModel({ head: 'main', name: tract.name, budget: null, encoding: 'o200k_base', branches: {}, partials: {} }) }
}

/** Does one random act on both. */
export async function walk(one: Walk, random: Random): Promise<void> {
  const kind = random.weighted(weights)
  switch (kind) {
    case 'undo':
    case 'redo':
      return turn(one, kind)
    case 'refused':
      return refuse(one, random)
    case 'cut':
      return cutAnswer(one)
    case 'keep':
    case 'discard':
      return decide(one, random, kind)
    default:
      one.model = acted(one.model, act(one, random, kind, one.model.view))
  }
}

export function turn(one: Walk, verb: 'undo' | 'redo'): void {
  const next = (verb === 'undo' ? undone : redone)(one.model)
  expect(one.tract[verb]().kind).toBe(next ? 'done' : 'nothing')
  one.model = next ?? one.model
}

/** Does an act on the tract and gives the view it must lead to. */
function act(one: Walk, random: Random, kind: SyncAct, view: View): View {
  const { tract } = one
  const branch = random.chance(0.2) ? (Object.keys(view.branches)[0] ?? view.head) : view.head
  const steps = lineOf(view, branch)
  const messages = messagesOf(steps)
  const handle = branch === view.head && random.chance(0.7) ? tract : tract.on(branch)
  const text = random.chance(0.2) ? 'the same words' : `words ${++one.names}`
  switch (kind) {
    case 'append': {
      const [role, priority] = random.pick([['user', 'normal'], ['assistant', 'normal'], ['system', 'pinned']] as const)
      const { messageId } = role === 'system' ? handle.system(text) : handle[role](text)
      return withLine(view, branch, [...steps, { kind: 'append', id: messageId, role, text, priority }])
    }
    case 'edit': {
      if (messages.length === 0) return view
      const { id } = random.pick(messages)
      handle.edit(id, text)
      return withLine(view, branch, [...steps, { kind: 'edit', id, text }])
    }
    case 'annotate': {
      if (messages.length === 0) return view
      const ids = [random.pick(messages), random.pick(messages)].slice(random.below(2)).map(({ id }) => id)
      const priority = random.pick(priorities)
      handle.annotate(ids, priority)
      return withLine(view, branch, [...steps, ...ids.map((id): Step => ({ kind: 'annotate', id, priority }))])
    }
    case 'branch': {
      if (steps.length === 0 || Object.keys(view.branches).length > 4) return view
      const name = `branch${++one.names}`
      const back = random.below(Math.min(3, steps.length))
      const moves = random.chance(0.6)
      handle.branch(name, { from: `HEAD~${back}`, switch: moves })
      return { ...withLine(view, name, steps.slice(0, steps.length - back)), head: moves ? name : view.head }
    }
    case 'switch': {
      const name = random.pick([view.head, ...Object.keys(view.branches)])
      tract.switch(name)
      return name === view.head ? view : { ...view, head: name }
    }
    case 'configure': {
      if (random.chance(0.5)) {
        const budget = random.chance(0.3) ? null : 1 + random.below(1000)
        tract.configure({ budget: budget === null ? null : { maxTokens: budget } })
        return budget === view.budget ? view : { ...view, budget }
      }
      const encoding = random.pick(['o200k_base', 'cl100k_base'] as const)
      tract.configure({ encoding })
      return encoding === view.encoding ? view : { ...view, encoding }
    }
    case 'rename': {
      const name = `tract ${tract.id} ${text}`
      tract.rename(name)
      return name === view.name ? view : { ...view, name }
    }
    case 'batch':
      return tract.batch(() => {
        let inside = view
        for (let acts = 1 + random.below(3); acts > 0; acts--) {
          if (random.chance(0.2)) failInside(one, random, inside)
          inside = act(one, random, random.pick(['append', 'edit', 'annotate', 'branch', 'switch', 'configure']), inside)
        }
        return inside
      })
  }
}

/** An act in a batch that does something, fails and is caught: nothing of it stays. */
function failInside(one: Walk, random: Random, view: View): void {
  expect(() => one.tract.batch(() => {
    act(one, random, 'append', view)
    one.tract.switch('nowhere')
  })).toThrow(Fault)
}

function refuse(one: Walk, random: Random): void {
  const { tract } = one
  const acts = [() => tract.switch('nowhere'), () => tract.branch('HEAD'), () => tract.edit('nowhere', 'x'), () => tract.partials.discard('none' as PartialId), () => tract.batch(() => {
    tract.user('taken back')
    tract.switch('nowhere')
  })]
  expect(random.pick(acts)).toThrow(Fault)
}

/** Asks, and the answer is cut after its first words. */
async function cutAnswer(one: Walk): Promise<void> {
  const { tract, model: { view } } = one
  const words = `half ${++one.names}`
  tract.configureClients({ default: clientOf(async function* () { yield { type: 'text', text: words } }) })
  const { messageId } = tract.user(`question ${one.names}`)
  one.model = acted(one.model, withLine(view, view.head, [...lineOf(view, view.head), { kind: 'append', id: messageId, role: 'user', text: `question ${one.names}`, priority: 'normal' }]))
  const reply = await tract.generate()
  if (reply.status !== 'partial' || reply.partial === null) throw new Error(`not cut: ${JSON.stringify(reply.status === 'partial' && reply.fault ? toReport(reply.fault as never) : reply)}`)
  one.model = acted(one.model, { ...one.model.view, partials: { ...one.model.view.partials, [reply.partial]: words } })
}

function decide(one: Walk, random: Random, kind: 'keep' | 'discard'): void {
  const { tract, model: { view } } = one
  const answers = tract.partials.list()
  if (answers.length === 0) return
  const { id, branch, text } = random.pick(answers)
  const { [id]: _, ...partials } = view.partials
  if (kind === 'discard') {
    tract.partials.discard(id)
    one.model = acted(one.model, { ...view, partials })
  } else if (view.branches[branch] || view.head === branch) {
    const { messageId } = tract.partials.keep(id)
    const step: Step = { kind: 'append', id: messageId, role: 'assistant', text, priority: 'normal' }
    one.model = acted(one.model, { ...withLine(view, branch, [...lineOf(view, branch), step]), partials })
  } else expect(() => tract.partials.keep(id)).toThrow(Fault)
}

/** What the tract shows of itself, in the words of the model's `readable`. */
export function seenOf(tract: Tract): unknown {
  const branches = tract.listBranches().filter(({ commit }) => commit !== null).map(({ name }): [string, object] => {
    const handle = tract.on(name)
    const context = handle.compile()
    const status = handle.status()
    expect([status.messageCount, status.tokenCount]).toEqual([context.messages.length, context.tokenCount])
    const shown = context.messages.map(({ messageId, role, content, priority }) => ({ id: messageId, role, text: content, priority }))
    return [name, { commits: status.commitCount, shown, hidden: context.excluded.map(({ messageId }) => messageId) }]
  })
  const { head, pending } = tract.status()
  const { budget, encoding } = tract.config
  const partials = tract.partials.list().map(({ text }) => text).toSorted()
  expect(pending.partials).toBe(partials.length)
  return { head: head.kind === 'attached' ? head.branch : head.commit, name: tract.name, budget: budget?.maxTokens ?? null, encoding, branches: Object.fromEntries(branches), partials }
}

/** Compares as text first: the difference is only looked for when there is one. */
export function expectAsModel(one: Walk): void {
  const [seen, expected] = [seenOf(one.tract), readable(one.model.view)]
  const sorted = (value: unknown) => JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inner))
  if (sorted(seen) !== sorted(expected)) expect(seen).toEqual(expected)
}
