import type { PromptMessage, Repair } from '../model/context.ts'
import type { Content } from '../model/content.ts'
import { isBlank } from '../model/text.ts'
import type { MessageId } from '../model/ids.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { pairResults } from './toolPairs.ts'

/** A message with its typed content; `messageId` and whether it was `edited` where it comes from a history. */
export type FormMessage = PromptMessage & { readonly body: Content; readonly messageId?: MessageId; readonly edited?: boolean }

/** What both providers can say. Every text has words, every call its result, every call id is its own. */
export type Turn = TextTurn | ToolTurn | ThoughtTurn
export type TextTurn = { readonly kind: 'system' | 'user' | 'assistant'; readonly text: string; readonly name: string | null; readonly messageId: MessageId | null }
/** Calls made at one go, each with its answer. */
export type ToolTurn = { readonly kind: 'tools'; readonly exchanges: readonly ToolExchange[] }
export type ToolExchange = {
  readonly id: string
  readonly tool: string
  readonly input: JsonObject
  readonly result: { readonly text: string; readonly isError: boolean }
  readonly messageId: MessageId | null
}

/** What a model thought, as it signed it. */
export type ThoughtTurn = { readonly kind: 'thoughts'; readonly text: string; readonly signature: string; readonly messageId: MessageId | null }

/**
 * The turns of any list of messages, however it was curated, and what had to be mended. Thoughts without a signature are left out: nobody takes
 * them back; and so are those that were edited, which their signature no longer proves.
 */
export function turnsOf(messages: readonly FormMessage[]): { readonly turns: readonly Turn[]; readonly repairs: Repair[] } {
  const building: Building = { messages, results: pairResults(messages), turns: [], batch: null, isBatchOpen: false, ids: new Set(), numbers: new Map(), repairs: [] }
  messages.forEach((message, index) => addMessage(building, message, index))
  return { turns: building.turns, repairs: building.repairs }
}

type Building = {
  readonly messages: readonly FormMessage[]
  readonly results: ReadonlyMap<number, number>
  readonly turns: Turn[]
  /** The calls of the last turn, if it is one of calls, by index of their message. */
  batch: { readonly exchanges: ToolExchange[]; readonly calls: Set<number> } | null
  isBatchOpen: boolean
  readonly ids: Set<string>
  /** By id: the number tried last to tell its calls apart. */
  readonly numbers: Map<string, number>
  readonly repairs: Repair[]
}

function addMessage(building: Building, message: FormMessage, index: number): void {
  const { body } = message
  switch (body.type) {
    case 'reasoning':
      return addThoughts(building, message, body)
    case 'tool_call':
      return addCall(building, message, body, index)
    case 'tool_result':
      return addResult(building, message, body, index)
    default:
      return message.role === 'tool' ? addToolText(building, message) : addText(building, message, message.role, message.content)
  }
}

/** Every answer begins with its thoughts: calls after them are of another one. */
function addThoughts(building: Building, message: FormMessage, { text, signature }: Content<'reasoning'>): void {
  if (!signature || message.edited) return
  building.turns.push({ kind: 'thoughts', text, signature, messageId: message.messageId ?? null })
  building.isBatchOpen = false
}

/** A tool's words that answer no call: a provider takes them from nobody but the user. */
function addToolText(building: Building, message: FormMessage): void {
  addText(building, message, 'user', message.content)
  if (!isBlank(message.content)) repair(building, message, 'toText', 'These words of a tool answer no call, so they are sent as the user\'s.')
}

function addText(building: Building, message: FormMessage, kind: TextTurn['kind'], text: string): void {
  if (isBlank(text)) return repair(building, message, 'dropped', 'An empty message was left out.')
  building.turns.push({ kind, text, name: message.name, messageId: message.messageId ?? null })
  building.batch = null
}

function addCall(building: Building, message: FormMessage, call: Content<'tool_call'>, index: number): void {
  const exchange: ToolExchange = {
    id: uniqueId(building, message, call.callId),
    tool: validTool(building, message, call.tool),
    input: asObject(building, message, call.input),
    result: resultOf(building, message, call, index),
    messageId: message.messageId ?? null,
  }
  if (!building.batch || !building.isBatchOpen) {
    building.batch = { exchanges: [], calls: new Set() }
    building.turns.push({ kind: 'tools', exchanges: building.batch.exchanges })
    building.isBatchOpen = true
  }
  building.batch.exchanges.push(exchange)
  building.batch.calls.add(index)
}

/** A result stands with its call already; one without a call is told in words. */
function addResult(building: Building, message: FormMessage, result: Content<'tool_result'>, index: number): void {
  const call = building.results.get(index)
  if (call === undefined) {
    addText(building, message, 'user', `Result of ${result.tool}${result.status === 'error' ? ' (an error)' : ''}:\n${message.content}`)
    return repair(building, message, 'toText', `The result of ${result.tool} has no call before it, so it is sent as text.`)
  }
  building.isBatchOpen = false
  if (!building.batch?.calls.has(call)) repair(building, message, 'joined', `The result of ${result.tool} was moved up to its call.`)
}

function resultOf(building: Building, message: FormMessage, call: Content<'tool_call'>, index: number): ToolExchange['result'] {
  const at = building.results.get(index)
  const result = at === undefined ? undefined : building.messages[at]
  if (result?.body.type === 'tool_result') return { text: result.content, isError: result.body.status === 'error' }
  repair(building, message, 'syntheticResult', `The call of ${call.tool} has no result here, so one was put in that says so.`)
  return { text: '(The result of this call is not part of this conversation.)', isError: false }
}

/** Both providers take these ids: OpenAI at most 40 characters, Anthropic no others; neither the same twice. */
function uniqueId(building: Building, message: FormMessage, callId: string): string {
  const wanted = /^[A-Za-z0-9_-]{1,40}$/.test(callId) ? callId : callId.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 30)
  const stem = wanted.slice(0, 30)
  let id = wanted
  let number = building.numbers.get(stem) ?? 1
  while (building.ids.has(id)) id = `${stem}-${++number}`
  building.numbers.set(stem, number)
  building.ids.add(id)
  if (id !== callId) repair(building, message, 'adjusted', `The id of this call is sent as ${id}.`)
  return id
}

function validTool(building: Building, message: FormMessage, tool: string): string {
  const name = tool.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 64)
  if (name !== tool) repair(building, message, 'adjusted', `The tool's name is sent as ${name}.`)
  return name
}

function asObject(building: Building, message: FormMessage, input: Json): JsonObject {
  if (typeof input === 'object' && input !== null && !Array.isArray(input)) return input as JsonObject
  repair(building, message, 'adjusted', 'The arguments of this call are no object; they are sent inside one, as "value".')
  return { value: input }
}

function repair(building: Building, message: FormMessage, kind: Repair['kind'], text: string): void {
  building.repairs.push({ messageId: message.messageId ?? null, kind, text })
}
