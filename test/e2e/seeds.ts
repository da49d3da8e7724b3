import { pinPolicy, scripted, Workspace } from '../../core/index.ts'

/** `main` and `cheap` part after an answer, each with steps of its own; `tangent` has one more. */
export function seedParted(file: string): void {
  using workspace = Workspace.open(file)
  const tract = workspace.create({ name: 'Return-policy bot' })
  tract.system('You answer questions about returns.')
  tract.user('How long can I return shoes?')
  const answer = tract.assistant('Customers can return shoes within 60 days, as long as they are unworn outdoors.')
  tract.branch('cheap')
  tract.user('And sale items?')
  tract.assistant('Sale items can be exchanged within two weeks.')
  tract.switch('main')
  tract.user('Does it start at delivery?')
  tract.assistant('It starts on the day of delivery.')
  tract.branch('odds')
  tract.edit(answer.hash, 'Customers can return shoes within 30 working days, as long as they are unworn and in the box.')
  tract.user('Only on odds.')
  tract.switch('main')
  tract.edit(answer.hash, 'Customers can return shoes within 30 days from delivery, as long as they are unworn outdoors.')
}

/** Two branches that part after a question: other words, another model, and one goes on. */
export async function seedPair(file: string): Promise<void> {
  using workspace = Workspace.open(file)
  const tract = workspace.create({ name: 'Return-policy bot' })
  tract.system('You answer questions about returns.')
  tract.user('When do the 30 days start?')
  tract.branch('cheap', { switch: false })
  tract.configureClients({ default: scripted(['They start on the day of delivery, by the last scan.', 'They start on the next working day after delivery, by the last scan.']) })
  await tract.generate({ model: 'gpt-4o', temperature: 0.2 })
  await tract.on('cheap').generate({ model: 'gpt-4o-mini', temperature: 0.9 })
  tract.user('And for a gift?')
}

/** A rule of the person’s, and a policy that wants to keep it. */
export function seedRules(file: string): void {
  using workspace = Workspace.open(file)
  const tract = workspace.create({ name: 'Returns', budget: { maxTokens: 600 } })
  tract.system('You are a support agent.')
  tract.configurePolicies([pinPolicy({ patterns: [/must/i] })], { autonomy: 'manual' })
  tract.user('It must never be promised before the parcel is scanned.')
  tract.assistant('Understood.')
}

export const left = ['Forgotten question about laces.', 'Forgotten answer: laces come in pairs.', 'Forgotten thanks.']
export const kept = 'You can return shoes within 30 days.'

/** A branch whose name is gone: nothing but the journal remembers its three steps. */
export function seedLeftovers(file: string): void {
  using workspace = Workspace.open(file)
  const tract = workspace.create({ name: 'Returns' })
  tract.user('How long can I return shoes?')
  tract.assistant(kept)
  tract.branch('odd')
  left.forEach((text, at) => (at % 2 === 0 ? tract.user(text) : tract.assistant(text)))
  tract.switch('main')
  tract.deleteBranch('odd', { force: true })
}
