import type { CommandId } from '../commands/registry.ts'
import type { Words } from '../words/words.ts'

/** What a person comes to for the first time without having asked for it. */
export type Situation = 'overBudget' | 'oldStep' | 'stopped' | 'hiddenRun'
export type TipId = CommandId | `situation.${Situation}`

export type Tip = {
  /** What it is about, in one sentence. */
  readonly words: string
  /** Whose key is shown, and what it does there; null where there is none to point at. */
  readonly points: { readonly command: CommandId; readonly does: string } | null
}

type Texts = { readonly [Command in CommandId]?: (words: Words) => string }

/** What is worth knowing of a command beside its key. */
const about: Texts = {
  'step.hide': ({ step, hidden, normal }) => `What is ${hidden} stays in the chat and in history; “${normal}” on the same ${step} brings it back.`,
  'step.pin': ({ isPinned, summarised }) => `What is ${isPinned} passes through every summary word for word, however much around it is ${summarised}.`,
  'step.normal': ({ pin, hide }) => `Neither “${pin}” nor “${hide}” holds there any more.`,
  'step.edit': ({ corrected }) => `What was ${corrected} keeps its earlier words: the number on it shows them, and any can be had again.`,
  'step.branch': ({ step }) => `A branch shares everything up to its first ${step}. Trying another way there costs the other branch nothing.`,
  'step.retry': () => 'The first answer stays on its branch; the arrows on the question go from one answer to the other.',
  'step.compress': ({ steps, summarised }) => `Nothing changes before you approve, and the ${steps} that were ${summarised} can be had again.`,
  'branch.merge': () => 'You see what it would come to before it is done.',
  'history.undo': () => 'Undo goes back through everything that was done, an undo too. The log has it all.',
  'view.compare': () => 'What both branches share is folded: only what differs stands side by side.',
}

const situations: { readonly [Name in Situation]: (words: Words) => Tip } = {
  overBudget: ({ compress }) => ({ words: 'A budget only informs: nothing is dropped or refused for it. What is least needed can be hidden or summarised.', points: { command: 'branch.compress', does: compress.replace('…', '') } }),
  oldStep: ({ step }) => ({ words: `You only look at this ${step}: nothing is lost, and what you write here starts a branch.`, points: { command: 'head.return', does: 'goes back' } }),
  stopped: () => ({ words: 'What had arrived is kept until you decide: it can be continued, asked for again, kept as it is, or thrown away.', points: null }),
  hiddenRun: ({ steps, modelSees }) => ({ words: `Hidden ${steps} fold into one line. The chat can also show just ${modelSees}.`, points: { command: 'chat.lens', does: 'changes between the two' } }),
}

const isSituation = (id: TipId): id is `situation.${Situation}` => id.startsWith('situation.')

/** What a tip says in these words. `isInList`: its key acts while a list has the keyboard. */
export function tipOf(id: TipId, words: Words, isInList: boolean): Tip {
  if (isSituation(id)) return situations[id.slice('situation.'.length) as Situation](words)
  return { words: about[id]?.(words) ?? '', points: { command: id, does: isInList ? `does it from a list of ${words.steps}` : 'does it from anywhere' } }
}

/** Whether something can be told of a command at all: its key, or a sentence. */
export const hasTip = (id: CommandId, keys: string | undefined): boolean => about[id] !== undefined || (keys !== undefined && !quiet.has(id))

/** What is pressed all day, or shows its key on its button already. */
const quiet: ReadonlySet<CommandId> = new Set<CommandId>(['chat.send', 'chat.append', 'chat.stop', 'palette.open'])
