import type { Transcript } from '../../core/model/context.ts'
import type { MessageId } from '../../core/model/ids.ts'
import type { CommandId } from '../commands/registry.ts'
import type { Lesson, TaskId } from '../state/lesson.ts'
import { textOf } from '../words/contents.ts'

export type Task = {
  readonly id: TaskId
  readonly title: string
  /** Whose key is shown. */
  readonly command: CommandId
  /** What to do, in one or two sentences, while it is the next one. */
  readonly how: string
}

/** One verb each, in the order in which they build on each other. */
export const tasks: readonly Task[] = [
  { id: 'hide', title: 'Hide the tool noise', command: 'step.hide', how: 'Three long tool results fill the budget. Choose them and hide them: the bar below drops at once, and nothing is lost.' },
  { id: 'correct', title: 'Correct 60 to 30 days', command: 'step.edit', how: 'The policy says 30 days, the answer says 60. Correct it where it stands: from now on the model believes it said 30.' },
  { id: 'pin', title: 'Pin the rule', command: 'step.pin', how: 'Keep the rule about refunds always, so that no summary ever takes it away.' },
  { id: 'branch', title: 'Branch and try another answer', command: 'step.branch', how: 'Start a branch at a question and ask it in another way. Both answers stay.' },
  { id: 'compare', title: 'Compare the two', command: 'view.compare', how: 'Look at both branches side by side, with what they share folded.' },
  { id: 'compress', title: 'Approve a compression', command: 'step.compress', how: 'Choose a few steps and summarise them. The demo model drafts it offline, you look at what is lost, and approve. Pinned steps pass through.' },
  { id: 'undo', title: 'Undo everything', command: 'history.undo', how: 'Undo until the tool results, the answer and the rule are as they were. Redo brings all of it back.' },
]

export type LessonFacts = { readonly messages: Transcript['items']; readonly branchCount: number; readonly isComparing: boolean; readonly canRedo: boolean }

/** How many branches the sample comes with. */
const branchesAtFirst = 2

/** How many summaries the sample comes with. */
const summariesAtFirst = 1

/** The tasks whose mark can be seen now. Pure: the marks go with an undo, the ticks (`Lesson.done`) stay. */
export function doneNow({ steps, done }: Pick<Lesson, 'steps' | 'done'>, { messages, branchCount, isComparing, canRedo }: LessonFacts): readonly TaskId[] {
  const find = (id: MessageId) => messages.find(({ messageId }) => messageId === id)
  const isHidden = steps.noise.some((id) => find(id)?.priority === 'skip')
  const wrong = find(steps.wrong)
  const isRight = wrong !== undefined && /\b30\b/.test(textOf(wrong.content)) && !/\b60\b/.test(textOf(wrong.content))
  const isPinned = find(steps.rule)?.priority === 'pinned'
  const isAsAtFirst = wrong !== undefined && !isHidden && !isRight && !isPinned
  return [
    ...(isHidden ? (['hide'] as const) : []),
    ...(isRight ? (['correct'] as const) : []),
    ...(isPinned ? (['pin'] as const) : []),
    ...(branchCount > branchesAtFirst ? (['branch'] as const) : []),
    ...(isComparing ? (['compare'] as const) : []),
    ...(messages.filter(({ content }) => content.type === 'summary').length > summariesAtFirst ? (['compress'] as const) : []),
    ...(isAsAtFirst && canRedo && done.some((id) => id === 'hide' || id === 'correct' || id === 'pin') ? (['undo'] as const) : []),
  ]
}

/** The step to look at for a task; null where there is none. */
export function stepOf(task: TaskId, { steps }: Pick<Lesson, 'steps'>): MessageId | null {
  if (task === 'hide') return steps.noise[0] ?? null
  if (task === 'correct') return steps.wrong
  return task === 'pin' ? steps.rule : null
}
