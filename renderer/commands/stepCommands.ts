import { Copy, Eye, EyeOff, GitBranch, Info, Pencil, Pin, RefreshCw } from 'lucide-react'
import type { Content, Priority } from '../../core/model/content.ts'
import type { TranscriptMessage } from '../../core/model/context.ts'
import { isModelAnswer } from '../chat/answerFacts.ts'
import { nameOf } from '../chat/messageName.ts'
import { attempt } from '../faults/attempt.ts'
import { focusedStep } from '../graph/focusedStep.ts'
import type { FocusedStep } from '../graph/focusedStep.ts'
import { startBranchAfter } from '../queries/acts.ts'
import { retry } from '../queries/chat.ts'
import { queryClient } from '../queries/client.ts'
import { stepQuery } from '../queries/history.ts'
import { showAnswerInfo } from '../state/answerInfo.ts'
import { clearSelection, dropChosen } from '../state/selection.ts'
import { showToast } from '../state/toasts.ts'
import { openDialog } from '../state/view.ts'
import { plainText, textOf } from '../words/contents.ts'
import { counted } from '../words/numbers.ts'
import { words } from '../words/words.ts'
import { annotateSteps } from './annotateSteps.ts'
import { nextBranchName } from './branchNames.ts'
import { needsStep } from './command.ts'
import type { Command } from './command.ts'
import type { CommandContext } from './context.ts'
import { correct } from './correct.ts'
import { questionFor } from './questionFor.ts'
import { switchTo } from './switchTo.ts'

/** What can be done with one message. The letters act while a list has the focus. */
export const stepCommands = {
  'step.pin': { ...priority('pinned'), group: 'step', scope: 'list', icon: Pin, keys: ['P'], title: () => words().pin },
  'step.hide': { ...priority('skip'), group: 'step', scope: 'list', icon: EyeOff, keys: ['S'], title: () => words().hide },
  'step.normal': { ...priority('normal'), group: 'step', scope: 'list', icon: Eye, keys: ['N'], title: () => words().normal },
  'step.edit': {
    id: 'step.edit', group: 'step', scope: 'list', icon: Pencil, keys: ['E'],
    title: () => words().edit,
    whyNot: (context) => needsStep(context) ?? (isText(context.target) ? null : 'Only text can be corrected here'),
    run: ({ target }) => target !== null && correct(target.messageId),
  },
  'step.branch': {
    id: 'step.branch', group: 'step', scope: 'list', icon: GitBranch, keys: ['B'], whileLooking: true,
    title: () => words().branchHere,
    whyNot: (context) => (otherStep(context) === null ? needsStep(context) : null),
    run: (context) => {
      const { target } = context
      const other = otherStep(context)
      if (target !== null) openDialog({ kind: 'newBranch', from: target.messageId, after: target.messageId, fromWords: excerpt(target) })
      else if (other !== null) openDialog({ kind: 'newBranch', from: other.hash, fromWords: other.preview.slice(0, 60) })
    },
  },
  'step.retry': {
    id: 'step.retry', group: 'step', scope: 'list', icon: RefreshCw, keys: ['Y'],
    title: (context) => (awaits(context) ? 'Retry' : 'Ask again on a new branch'),
    whyNot: whyNoRetry,
    run: askAgain,
  },
  'step.info': {
    id: 'step.info', group: 'step', scope: 'list', icon: Info, keys: ['I'], whileLooking: true,
    title: () => 'How this answer was made',
    whyNot: (context) => needsStep(context) ?? (context.target !== null && isModelAnswer(context.target) ? null : 'No model wrote this step'),
    run: ({ target }) => target !== null && showAnswerInfo(target.messageId),
  },
  'step.copy': {
    id: 'step.copy', group: 'step', scope: 'list', icon: Copy, keys: [], whileLooking: true,
    title: ({ chosen }) => (chosen.length > 1 ? `Copy the text of ${counted(chosen.length, words().step, words().steps)}` : 'Copy text'),
    whyNot: (context) => (context.chosen.length > 1 || otherStep(context) !== null ? null : needsStep(context)),
    run: async (context) => {
      if (context.chosen.length > 1) return await copyAll(context.chosen)
      const content = await attempt(() => contentOf(context))
      if (!content) return
      const isCopied = await attempt(() => navigator.clipboard.writeText(textOf(content)).then(() => true))
      if (isCopied) showToast({ tone: 'done', text: 'Copied the text' })
    },
  },
} as const satisfies Record<string, Command>

/** Each under the name of who said it, as in a protocol. */
async function copyAll(chosen: readonly TranscriptMessage[]): Promise<void> {
  const text = chosen.map((message) => `${nameOf(message)}:\n${textOf(message.content)}`).join('\n\n')
  const isCopied = await attempt(() => navigator.clipboard.writeText(text).then(() => true))
  if (isCopied) showToast({ tone: 'done', text: `Copied the text of ${counted(chosen.length, words().step, words().steps)}` })
}

/** Of a step of another branch as it was said. */
async function contentOf(context: CommandContext): Promise<Content | null> {
  const { tract, branch, target } = context
  const other = otherStep(context)
  if (target !== null || tract === null || branch === null || other === null) return target?.content ?? null
  const { message } = await queryClient.fetchQuery(stepQuery(tract, branch, other.hash))
  return message?.content ?? null
}

/** A step of another branch, or behind the one that is looked at: the chat doesn't have it, and a branch can start there all the same. */
const otherStep = (context: CommandContext): FocusedStep | null => (context.target === null ? focusedStep(context) : null)

function priority(to: Priority): Pick<Command, 'id' | 'whyNot' | 'run' | 'sub'> {
  return {
    id: { pinned: 'step.pin', skip: 'step.hide', normal: 'step.normal' }[to],
    whyNot: (context) => (meant(context).length === 0 ? needsStep(context) : meant(context).every(({ priority: now }) => now === to) ? already[to] : null),
    sub: (context) => subject(meant(context)),
    run: (context) => setPriority(context, to),
  }
}
const already: Record<Priority, string> = { pinned: 'It is kept always already', skip: 'It is hidden already', normal: 'It is neither pinned nor hidden' }

/** The chosen steps, else the one step it was asked for. */
const meant = ({ chosen, target }: CommandContext): readonly TranscriptMessage[] => (chosen.length > 0 ? chosen : target === null ? [] : [target])

function subject(messages: readonly TranscriptMessage[]): string | null {
  const [first] = messages
  if (first === undefined) return null
  const who = messages.length === 1 ? first.role : counted(messages.length, words().step, words().steps)
  return `${who}, ${messages.reduce((sum, { tokens }) => sum + tokens, 0)} tokens`
}

async function setPriority(context: CommandContext, to: Priority): Promise<void> {
  const { tract, branch } = context
  const messages = meant(context).filter(({ priority: now }) => now !== to)
  if (tract === null || branch === null || messages.length === 0) return
  if (!(await annotateSteps(tract, branch, messages.map(({ messageId }) => messageId), to))) return
  if (context.chosen.length > 0) dropChosen()
}

const isText = (target: TranscriptMessage | null): boolean => target !== null && (target.content.type === 'dialogue' || target.content.type === 'instruction')
const excerpt = (target: TranscriptMessage): string => plainText(textOf(target.content), 60)

/** Whether the chosen message, or without a choice the last one, waits for an answer. */
const awaits = ({ chat, branch, asked }: CommandContext): boolean =>
  chat?.awaiting.some((waiting) => waiting.branch === branch && (asked === null || asked === waiting.message)) ?? false

function whyNoRetry(context: CommandContext): string | null {
  if (context.live !== null) return 'An answer is being written'
  if (awaits(context)) return null
  if (context.target === null) return needsStep(context)
  return context.target.role === 'assistant' && questionFor(context) !== null ? null : 'Only for answers'
}

async function askAgain(context: CommandContext): Promise<void> {
  const { tract, branch, overview } = context
  if (tract === null || branch === null || overview === null) return
  if (awaits(context)) return void (await attempt(() => retry(tract, branch)))
  const question = questionFor(context)
  if (question === null) return
  const name = nextBranchName(overview.branches.map((each) => each.name), branch)
  await attempt(async () => {
    await startBranchAfter(tract, branch, question.messageId, name)
    clearSelection()
    await retry(tract, name)
    showToast({ tone: 'done', text: `Asked again on ${name}; the first answer stays on ${branch}`, action: { label: 'Go back', run: () => void switchTo(tract, branch) } })
  })
}
