import { Bot, Contrast, EyeOff, Pencil, Play, RefreshCw, Trash2, X } from 'lucide-react'
import type { FaultData, FaultReport } from '../../core/model/fault.ts'
import type { MessageId } from '../../core/model/ids.ts'
import type { PartialAnswer } from '../../core/model/reply.ts'
import type { FailedReply } from '../../main/contract/chat.ts'
import { largerModel, otherModel } from '../chat/otherModel.ts'
import type { ModelChoice } from '../chat/otherModel.ts'
import { largestSteps } from '../chat/tooLong.ts'
import { attempt } from '../faults/attempt.ts'
import { annotate } from '../queries/acts.ts'
import { choose, discardPartial, dismiss, keepPartial, resumePartial, retry } from '../queries/chat.ts'
import { queryClient } from '../queries/client.ts'
import { xrayQuery } from '../queries/history.ts'
import { modelsQuery } from '../queries/settings.ts'
import { counted, short, signed } from '../words/numbers.ts'
import type { Command } from './command.ts'
import type { CommandContext } from './context.ts'
import { correct } from './correct.ts'
import { oneAtATime } from './oneAtATime.ts'
import { offerUndo } from './undoLast.ts'

/** What becomes of an answer that failed, broke off, or would be asked too much. */
export const answerCommands = {
  'answer.useOther': {
    id: 'answer.useOther', group: 'talk', scope: 'page', icon: RefreshCw, keys: [],
    title: (context) => `Use ${other(context)?.model ?? 'another model'}`,
    whyNot: (context) => noFailure(context) ?? (other(context) === null ? 'No other model is ready' : null),
    run: (context) => askWith(context, other(context)),
  },
  'answer.useLarger': {
    id: 'answer.useLarger', group: 'talk', scope: 'page', icon: Bot, keys: [],
    title: (context) => larger(context) === null ? 'Use a model with a larger window' : `Use ${larger(context)?.model}, limit ${short(larger(context)?.contextTokens ?? 0)}`,
    whyNot: (context) => notTooLong(context) ?? (larger(context) === null ? 'No model is known that takes more' : null),
    run: (context) => askWith(context, larger(context)),
  },
  'answer.hideLargest': {
    id: 'answer.hideLargest', group: 'talk', scope: 'page', icon: EyeOff, keys: [],
    title: (context) => `Hide the ${largestWords(context)}`,
    whyNot: (context) => (wasTruncated(context) ? null : notTooLong(context)) ?? (hiding(context).messages.length === 0 ? 'Nothing is left that could be hidden' : null),
    run: hideLargest,
  },
  'answer.editQuestion': {
    id: 'answer.editQuestion', group: 'talk', scope: 'page', icon: Pencil, keys: [],
    title: () => 'Edit the message that failed',
    whyNot: (context) => noFailure(context) ?? (failure(context)?.respondsTo === null ? 'It answered no message' : null),
    run: (context) => {
      const question = failure(context)?.respondsTo
      if (question) correct(question)
    },
  },
  'answer.dismiss': {
    id: 'answer.dismiss', group: 'talk', scope: 'page', icon: X, keys: [], whileLooking: true,
    title: () => 'Dismiss the failed answer',
    whyNot: noFailure,
    run: (context) => withFound(failure(context), ({ call }) => dismiss(call)),
  },
  'answer.continue': {
    id: 'answer.continue', group: 'talk', scope: 'page', icon: Play, keys: [],
    title: () => 'Continue the unfinished answer',
    whyNot: (context) => noPartial(context) ?? (context.live === null ? null : 'An answer is being written'),
    run: (context) => withFound(partial(context), ({ id }) => oneAtATime(`go on with ${id}`, () => context.tract !== null && resumePartial(context.tract, id))),
  },
  'answer.keep': {
    id: 'answer.keep', group: 'talk', scope: 'page', icon: Contrast, keys: [],
    title: () => 'Keep the unfinished answer as it is',
    whyNot: noPartial,
    run: (context) => withFound(partial(context), ({ id }) => context.tract !== null && keepPartial(context.tract, id)),
  },
  'answer.discard': {
    id: 'answer.discard', group: 'talk', scope: 'page', icon: Trash2, keys: [],
    title: () => 'Discard the unfinished answer',
    whyNot: noPartial,
    run: (context) => withFound(partial(context), ({ id }) => context.tract !== null && discardPartial(context.tract, id)),
  },
} as const satisfies Record<string, Command>

const failure = ({ chat, branch, live }: CommandContext): FailedReply | null => (live !== null ? null : (chat?.failed.find((failed) => failed.branch === branch) ?? null))
const partial = ({ chat, branch }: CommandContext): PartialAnswer | null => chat?.partials.findLast((one) => one.branch === branch) ?? null

function noFailure(context: CommandContext): string | null {
  return failure(context) === null ? 'No answer has failed here' : null
}
function noPartial(context: CommandContext): string | null {
  return partial(context) === null ? 'There is no unfinished answer here' : null
}
function notTooLong(context: CommandContext): string | null {
  return context.overLimit !== null || isTooLong(failure(context)?.fault) ? null : 'What would be sent is not too long'
}

const wasTruncated = ({ messages }: CommandContext): boolean => messages.at(-1)?.call?.truncated ?? false
const isTooLong = (fault: FaultReport | undefined): boolean => fault?.code === 'llm/too-long'
const rows = () => queryClient.getQueryData(modelsQuery().queryKey)?.rows ?? []
const xrayOf = ({ tract, branch }: CommandContext) => (tract === null || branch === null ? undefined : queryClient.getQueryData(xrayQuery(tract, branch).queryKey))

function other(context: CommandContext): ModelChoice | null {
  const failed = failure(context)
  return failed === null || context.settings === null ? null : otherModel(rows(), context.settings, failed.fault.code)
}

/** It has to take what was refused, and more than the model that refused it. */
function larger(context: CommandContext): ModelChoice | null {
  if (context.settings === null) return null
  const fault = failure(context)?.fault
  const refused = fault && isTooLong(fault) ? (fault.data as FaultData['llm/too-long']) : { limit: context.overLimit?.limit ?? null, sent: context.overLimit?.sent ?? null }
  return largerModel(rows(), context.settings, Math.max(refused.limit ?? 0, refused.sent ?? 0, xrayOf(context)?.tokenCount ?? 0))
}

function hiding(context: CommandContext) {
  return largestSteps(xrayOf(context)?.messages ?? [], questionOf(context))
}

/** What it is all about: the message that waits, or the last one with the answer that missed a part. */
function questionOf(context: CommandContext): readonly MessageId[] {
  const waiting = context.chat?.awaiting.find(({ branch }) => branch === context.branch)
  if (waiting !== undefined) return [waiting.message]
  return wasTruncated(context) ? context.messages.slice(-2).map(({ messageId }) => messageId) : []
}

function largestWords(context: CommandContext): string {
  const { messages } = hiding(context)
  return messages.length === 1 ? 'largest step' : `${messages.length || 3} largest steps`
}

async function askWith({ tract, branch, chat }: CommandContext, choice: ModelChoice | null): Promise<void> {
  if (tract === null || branch === null || choice === null) return
  const isWaiting = chat?.awaiting.some((waiting) => waiting.branch === branch) ?? false
  await attempt(async () => {
    await choose({ model: choice.model }, choice.provider)
    if (isWaiting) await oneAtATime(`answer on ${tract}/${branch}`, () => retry(tract, branch))
  })
}

async function hideLargest(context: CommandContext): Promise<void> {
  const { tract, branch } = context
  const { messages } = hiding(context)
  if (tract === null || branch === null) return
  const effect = await attempt(() => annotate(tract, branch, messages, 'skip'))
  if (effect !== undefined) await offerUndo(tract, `Hidden ${counted(messages.length, 'step')} from the model, ${signed(effect.tokensAfter - effect.tokensBefore)}`)
}

async function withFound<T>(found: T | null, act: (found: T) => unknown): Promise<void> {
  if (found !== null) await attempt(async () => act(found))
}
