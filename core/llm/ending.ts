import { appendPrepared } from '../history/append.ts'
import { configOf } from '../history/configOf.ts'
import { prepareContent } from '../history/prepareContent.ts'
import { viewCommit } from '../history/commitView.ts'
import type { AppendCommit } from '../model/commit.ts'
import type { Content } from '../model/content.ts'
import { Fault, toReport } from '../model/fault.ts'
import { asPartialId, type MessageId } from '../model/ids.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { PartialCause, Reply, ReplyBase, StopReason } from '../model/reply.ts'
import { transact, type Tx } from '../journal/transact.ts'
import { hashOfCommit } from '../store/commits.ts'
import { findPartial } from '../store/partials.ts'
import { findBranch } from '../store/refs.ts'
import { deleteReplyBuffer, findReplyRecord } from '../store/replyBuffers.ts'
import type { Asking } from './asking.ts'
import type { CallOutcome } from './call.ts'
import { recordCall } from './callRecords.ts'
import { closeEarlierTries, closePartial, createPartial, type PartialRecord } from './partialRecords.ts'
import type { Question } from './question.ts'
import { positiveZero } from './toolCalls.ts'

/** What an answer is before its text: who is asked, for what, and with which settings. */
export function recordFor(question: Question): PartialRecord {
  const { call, branch, context, config, tract, respondsTo } = question
  return {
    kind: 'partial', call, branch, head: context.head, model: config.values.model ?? null, config,
    respondsTo: respondsTo === null ? null : (hashOfCommit(tract.file.db.read, respondsTo) as MessageId),
  }
}

/** Commits a whole answer: reasoning, words and tool calls as messages of their own, and the record of the call. */
export function commitAnswer(asked: Question, outcome: CallOutcome, stopReason: StopReason): Reply {
  const question = whereItIsNow(asked)
  const { tract, options, config, respondsTo } = question
  const parts = partsOf(question, outcome)
  const shown = parts.findIndex(({ type }) => type === 'dialogue')
  const main = shown >= 0 ? shown : parts.length - 1
  const { encoding } = configOf(tract)
  const prepared = parts.map((content) => prepareContent(tract.file.db.read, content, encoding))
  const keys = transact(tract, { verb: 'answer', detail: config.values.model ?? null }, (tx) => {
    const made = prepared.map((content, i) => appendPrepared(tract, content, {
      config, ...(respondsTo === null ? {} : { respondsTo }), ...(i === main ? labelsOf(options) : {}),
    }))
    closeAll(question, tx)
    recordCall(question, tx, outcome, stopReason, made[main] ?? null)
    return made
  })
  const key = keys[main]
  if (key === undefined) throw new Error('BUG: an answer without a message')
  return { ...baseOf(question, outcome), status: 'complete', commit: viewCommit(tract, key) as AppendCommit, stopReason }
}

/** Keeps what arrived of an answer that didn't end well; nothing where nothing arrived. */
export function keepPartial(asked: Question, outcome: CallOutcome): Reply {
  const question = whereItIsNow(asked)
  const { tract } = question
  const text = wholeText(question, outcome)
  const cause: PartialCause = outcome.stopped ? 'aborted' : outcome.fault?.code === 'llm/stalled' ? 'stalled' : 'cut'
  const hasNews = outcome.text !== ''
  const id = hasNews ? asPartialId(tract.file.ports.ids.next()) : (question.partial?.id ?? null)
  transact(tract, { verb: 'stop', detail: outcome.fault?.code ?? null }, (tx) => {
    tx.note({ type: 'llm_failed', payload: { call: question.call, code: outcome.fault?.code ?? 'stopped', attempts: outcome.attempts } })
    if (hasNews && id !== null) {
      closeAll(question, tx)
      createPartial(tract, tx, id, recordFor(question), text, cause, tract.file.ports.clock.now())
    }
    deleteReplyBuffer(tx.db, question.call)
    recordCall(question, tx, outcome, null, null)
  })
  return { ...baseOf(question, outcome), status: 'partial', partial: id, cause, fault: outcome.fault ? toReport(outcome.fault) : null }
}

/** The branch of a request by the name that it has now: the record of an answer under way is told of it. undefined where there is no such record or branch. */
export function branchNow({ tract, call }: Question): string | undefined {
  const record = findReplyRecord(tract.file.db.read, call)
  const branch = record === undefined ? undefined : (JSON.parse(record) as PartialRecord).branch
  return branch !== undefined && findBranch(tract.file.db.read, tract.key, branch) !== undefined ? branch : undefined
}

/** With the branch where it is by now; a name that was taken back is the one it was asked on. */
function whereItIsNow(question: Question): Question {
  const branch = branchNow(question) ?? question.branch
  if (findBranch(question.tract.file.db.read, question.tract.key, branch) === undefined) return question
  return { ...question, branch, tract: { ...question.tract, branch } }
}

/** An answer that is proven whole and yet says nothing. */
export function emptyAnswer({ client }: Asking, stopReason: StopReason): Fault {
  const found = stopReason === 'filtered' ? 'its filter held the answer back' : 'it came without a word'
  return new Fault('llm/incomplete', { client: client.name, found })
}

export const isEmpty = (outcome: CallOutcome): boolean => outcome.text === '' && outcome.toolCalls.length === 0

function partsOf(question: Question, { reasoning, toolCalls, ...outcome }: CallOutcome): readonly Content[] {
  const text = wholeText(question, { reasoning, toolCalls, ...outcome })
  return [
    ...(reasoning && reasoning.text !== '' ? [{ type: 'reasoning', text: reasoning.text, ...(reasoning.signature === null ? {} : { signature: reasoning.signature }) } as const] : []),
    ...(text === '' ? [] : [{ type: 'dialogue', role: 'assistant', text } as const]),
    ...toolCalls.map(({ id, name, arguments: input }) => ({ type: 'tool_call', callId: id, tool: name, input: asJson(input) }) as const),
  ]
}

const asJson = (input: string | JsonObject): Json => (typeof input === 'string' ? (JSON.parse(input, positiveZero) as Json) : input)
const wholeText = (question: Question, outcome: CallOutcome): string => (question.partial?.text ?? '') + outcome.text

/** The new answer takes the place of unfinished ones to the same message. */
function closeAll(question: Question, tx: Tx): void {
  const { tract, partial } = question
  const row = partial && findPartial(tx.db, tract.key, partial.id)
  if (row) closePartial(tx, row)
  closeEarlierTries(tract, tx, recordFor(question).respondsTo, partial?.id ?? null)
  deleteReplyBuffer(tx.db, question.call)
}

/** What every reply tells of its call. */
export function baseOf(question: Question, outcome: CallOutcome): ReplyBase {
  const { call, config, notSent } = question
  const { toolCalls, usage, truncated } = outcome
  return {
    call, text: wholeText(question, outcome), toolCalls, generationConfig: config.values, configLevels: config.levels, usage, notSent, truncated,
  }
}

function labelsOf({ message, tags, metadata }: Question['options']) {
  return { ...(message === undefined ? {} : { message }), ...(tags === undefined ? {} : { tags }), ...(metadata === undefined ? {} : { metadata }) }
}
