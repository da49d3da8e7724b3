import type { MessageId } from '../../core/model/ids.ts'
import type { JsonObject } from '../../core/model/json.ts'
import type { ChangedMessage, Proposal } from '../../core/model/proposal.ts'
import { counted, signed } from '../words/numbers.ts'
import { words } from '../words/words.ts'

/** What is wanted, in a few words: "Keep 2 steps always". */
export function proposalTitle({ action }: Pick<Proposal, 'action'>): string {
  const { step, steps } = words()
  switch (action.tool) {
    case 'annotate': {
      const about = counted(action.args.targets.length, step, steps)
      return { pinned: `Keep ${about} always`, skip: `Hide ${about}`, normal: `Set ${about} back to normal` }[action.args.priority]
    }
    case 'compress':
      return action.args.messages ? `Summarise ${counted(action.args.messages.length, step, steps)}` : `Summarise older ${steps}`
    case 'branch':
      return `Start the branch ${action.args.name}`
    case 'rename_branch':
      return `Rename ${action.args.from} to ${action.args.to}`
    case 'merge':
      return `Bring in ${action.args.branch}`
    default:
      return firstUpper(action.tool.replaceAll('_', ' '))
  }
}

/** Who wants it: a policy by its name, or the orchestrator. */
export const proposerWords = ({ from }: Pick<Proposal, 'from'>): string => (from.kind === 'policy' ? `the policy “${from.id}”` : from.kind === 'orchestrator' ? 'the orchestrator' : from.id)

/** What it would do to the context, as far as that can be told before. */
export function effectWords({ effect }: Pick<Proposal, 'effect'>): readonly string[] {
  if (effect === null) return ['A model writes the summary first. You look at it before anything changes.']
  const { tokensBefore, tokensAfter, changes, refs } = effect
  const context = tokensAfter === tokensBefore ? 'The context stays as long as it is' : `${signed(tokensAfter - tokensBefore)} tokens: ${tokensBefore.toLocaleString('en')} → ${tokensAfter.toLocaleString('en')}`
  const lines = [...Map.groupBy(changes, ({ kind }) => kind)].map(([kind, some]) => changeWords(kind, some))
  return [context, ...lines, ...(changes.length === 0 && refs.length > 0 ? [`Names that come to stand elsewhere: ${refs.join(', ')}`] : [])]
}

function changeWords(kind: ChangedMessage['kind'], changes: readonly ChangedMessage[]): string {
  const { step, steps } = words()
  const inside = changes.reduce((sum, { messages }) => sum + messages.length, 0)
  const count = counted(kind === 'added' ? changes.length : inside, step, steps)
  const told = { removed: 'Out of the context', compressed: 'Summarised', expanded: 'Back from a summary', moved: 'In another place', edited: 'Corrected', annotated: 'Marked anew', added: 'Into the context' }
  return `${told[kind]}: ${count}`
}

/** The messages it is about. */
export const messagesIn = ({ action }: Pick<Proposal, 'action'>): readonly MessageId[] =>
  Object.values(action.args).flatMap((value) => (Array.isArray(value) ? value : [value])).filter((value): value is MessageId => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value))

/** Its arguments, a line each. Hashes are cut: the whole of one says nothing to a reader. */
export function argumentLines({ action }: Pick<Proposal, 'action'>): readonly { readonly name: string; readonly value: string }[] {
  return Object.entries(action.args).map(([name, value]) => ({ name: firstUpper(name.replace(/[A-Z]/g, (upper) => ` ${upper.toLowerCase()}`)), value: shownValue(value) }))
}

const shownValue = (value: JsonObject[string]): string => (Array.isArray(value) ? value.map(shownValue).join(', ') : typeof value === 'string' ? (/^[0-9a-f]{64}$/.test(value) ? value.slice(0, 8) : value) : JSON.stringify(value))
const firstUpper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
