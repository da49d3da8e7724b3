import { contextsOf } from '../context/contexts.ts'
import { compileState } from '../context/compile.ts'
import { eachEntry, type Entry, isShown, type State } from '../context/state.ts'
import { configOf } from '../history/configOf.ts'
import { positionOf } from '../history/refs/position.ts'
import { canonicalJson } from '../model/canonicalJson.ts'
import type { LLMConfig, LLMTask } from '../model/config.ts'
import type { CommitLabels } from '../model/content.ts'
import { Fault } from '../model/fault.ts'
import { hashBlob } from '../model/hash.ts'
import type { BlobHash, MessageId, PartialId } from '../model/ids.ts'
import type { PartialAnswer, ToolDefinition } from '../model/reply.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { getBlob } from '../store/blobs.ts'
import { type CommitKey, hashOfCommit } from '../store/commits.ts'
import { type Asking, openAsking, type Request } from './asking.ts'
import { routeFor } from './clients.ts'
import { getPartial } from './partialRecords.ts'
import { continuing } from './payload.ts'

export type AskOptions = LLMConfig & CommitLabels & {
  readonly signal?: AbortSignal
  readonly llmConfig?: LLMConfig
  readonly tools?: readonly ToolDefinition[]
  /** Only for the message that waits for an answer: a fault when there is none. */
  readonly retry?: boolean
  /** Goes on with an answer that stopped halfway. */
  readonly resume?: PartialId
}

/** The question that a branch asks as it stands: it goes to that branch, whatever happens meanwhile. */
export type Question = Asking & Asked & { readonly options: AskOptions }

type Asked = {
  readonly branch: string
  readonly tip: CommitKey
  /** The message it answers, where the last one waits for an answer. */
  readonly respondsTo: CommitKey | null
  /** What it goes on from. */
  readonly partial: PartialAnswer | null
}

/** Faults: `llm/no-client`, `llm/no-model`, `head/detached`, `chat/nothing-pending`, `partial/not-found`, `batch/async`, `config/bad-value`, `input/invalid`. */
export function prepareQuestion(handle: TractHandle, options: AskOptions, task: LLMTask = 'chat'): Question {
  const { request, asked, tract } = requestFor(handle, options, task)
  return { ...openAsking(tract, request), ...asked, options }
}

/** What would be asked now, and from where; `tract` is bound to that branch. Reads only. Faults: those of `prepareQuestion`. */
export function requestFor(handle: TractHandle, options: AskOptions, task: LLMTask): { readonly request: Request; readonly asked: Asked; readonly tract: TractHandle } {
  const { file } = handle
  const route = routeFor(handle, task, options)
  const partial = options.resume === undefined ? null : getPartial(handle, options.resume)
  const { tract, branch, tip } = standOn(partial ? { ...handle, branch: partial.branch } : handle)
  const { source, states } = contextsOf(file, configOf(tract).encoding)
  const state = states.at(tip)
  const waiting = lastShown(state)
  const respondsTo = waiting && isWaiting(tract, waiting) ? waiting.message : null
  if (options.retry && respondsTo === null) throw new Fault('chat/nothing-pending', {})
  const context = compileState(source, state, { head: hashOfCommit(file.db.read, tip) })
  const sent = partial ? { prompt: continuing(context, partial.text), continues: blobOf(partial) } : { prompt: context, continues: null }
  return { tract, request: { task, ...route, context, ...sent, tools: options.tools ?? [] }, asked: { branch, tip, respondsTo, partial } }
}

/** An unfinished answer's text is a blob like any other. */
const blobOf = ({ text }: PartialAnswer): BlobHash => hashBlob(canonicalJson({ type: 'dialogue', role: 'assistant', text }))

function standOn(handle: TractHandle): { readonly tract: TractHandle; readonly branch: string; readonly tip: CommitKey } {
  const { branch, tip } = positionOf(handle.file.db.read, handle)
  if (tip === null) throw new Fault('chat/nothing-pending', {})
  if (branch === null) throw new Fault('head/detached', { commit: hashOfCommit(handle.file.db.read, tip) })
  return { tract: { ...handle, branch }, branch, tip }
}

/** The message of this branch that waits for an answer: the last one the model sees, where a person or a tool said it. */
export function pendingMessage(tract: TractHandle): MessageId | null {
  const { db } = tract.file
  const { tip } = positionOf(db.read, tract)
  const last = lastShown(contextsOf(tract.file, configOf(tract).encoding).states.at(tip))
  return last && isWaiting(tract, last) ? (hashOfCommit(db.read, last.message) as MessageId) : null
}

/** The last message that the model sees. */
function lastShown(state: State): Entry | null {
  let last: Entry | null = null
  eachEntry(state, (entry) => {
    if (isShown(state, entry)) last = entry
  })
  return last
}

/** A user's words and a tool's result wait for an answer; a summary tells of what was answered. */
function isWaiting(tract: TractHandle, entry: Entry): boolean {
  const { role, content } = getBlob(tract.file.db.read, entry.blob)
  return (role === 'user' || role === 'tool') && content.type !== 'summary'
}
