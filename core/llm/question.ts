import { contextsOf } from '../context/contexts.ts'
import { compileState } from '../context/compile.ts'
import { messagesOf, promptFrom } from '../context/prompt.ts'
import { eachEntry, type Entry, isShown, type State } from '../context/state.ts'
import { configOf } from '../history/configOf.ts'
import { positionOf } from '../history/refs/position.ts'
import type { LLMConfig, ResolvedConfig } from '../model/config.ts'
import type { CompiledContext, Prompt } from '../model/context.ts'
import type { CommitLabels } from '../model/content.ts'
import { Fault } from '../model/fault.ts'
import { canonicalJson } from '../model/canonicalJson.ts'
import { hashOf } from '../model/hash.ts'
import { asCallId, type LLMCallId, type MessageId, type PartialId } from '../model/ids.ts'
import type { PartialAnswer, ToolDefinition } from '../model/reply.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { getBlob } from '../store/blobs.ts'
import { type CommitKey, hashOfCommit } from '../store/commits.ts'
import type { LLMClient } from './client.ts'
import { clientFor, resolveFor } from './clients.ts'
import { getPartial } from './partialRecords.ts'

export type AskOptions = LLMConfig & CommitLabels & {
  readonly signal?: AbortSignal
  readonly llmConfig?: LLMConfig
  readonly tools?: readonly ToolDefinition[]
  /** Only for the message that waits for an answer: a fault when there is none. */
  readonly retry?: boolean
  /** Goes on with an answer that stopped halfway. */
  readonly resume?: PartialId
}

/** All that one call needs, fixed when it begins: it goes to the branch it was asked on, whatever happens meanwhile. */
export type Question = {
  readonly call: LLMCallId
  /** Bound to the branch of the request. */
  readonly tract: TractHandle
  readonly branch: string
  readonly tip: CommitKey
  readonly client: LLMClient
  readonly config: ResolvedConfig
  readonly context: CompiledContext
  readonly prompt: Prompt
  readonly payloadHash: string
  /** The message it answers, where the last one waits for an answer. */
  readonly respondsTo: CommitKey | null
  /** What it goes on from. */
  readonly partial: PartialAnswer | null
  readonly options: AskOptions
  readonly startedAt: number
}

/** Faults: `llm/no-client`, `llm/no-model`, `head/detached`, `chat/nothing-pending`, `partial/not-found`. */
export function prepareQuestion(handle: TractHandle, options: AskOptions): Question {
  const { file } = handle
  const client = clientFor(handle, 'chat')
  const config = resolveFor(handle, 'chat', options)
  if (config.values.model === undefined) throw new Fault('llm/no-model', { task: 'chat' })
  const partial = options.resume === undefined ? null : getPartial(handle, options.resume)
  const { tract, branch, tip } = standOn(partial ? { ...handle, branch: partial.branch } : handle)
  const { source, states } = contextsOf(file, configOf(tract).encoding)
  const state = states.at(tip)
  const waiting = lastShown(state)
  const respondsTo = waiting && isWaiting(tract, waiting) ? waiting.message : null
  if (options.retry && respondsTo === null) throw new Fault('chat/nothing-pending', {})
  const context = compileState(source, state, { head: hashOfCommit(file.db.read, tip) })
  const prompt = partial ? continuing(context, partial.text) : context
  return {
    call: asCallId(file.ports.ids.next()), tract, branch, tip, client, config, context, prompt, respondsTo, partial, options,
    payloadHash: payloadHash(client, prompt, config, options.tools ?? []), startedAt: file.ports.clock.now(),
  }
}

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

/** The half answer stands as the model's own words, and it is asked for the rest; neither becomes part of the history. */
function continuing(context: CompiledContext, text: string): Prompt {
  return promptFrom([
    ...context.messages,
    ...messagesOf([
      { type: 'dialogue', role: 'assistant', text },
      { type: 'dialogue', role: 'user', text: 'Your answer was cut off. Go on exactly where it stopped, without repeating any of it.' },
    ]),
  ])
}

function payloadHash(client: LLMClient, prompt: Prompt, config: ResolvedConfig, tools: readonly ToolDefinition[]): string {
  return hashOf('tract:payload:1', canonicalJson({ client: client.name, messages: prompt.toOpenAI(), config: config.values, tools }))
}
