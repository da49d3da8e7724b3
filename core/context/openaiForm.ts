import type { OpenAIMessage, OpenAIToolCall, Repair } from '../model/context.ts'
import { canonicalJson } from '../model/canonicalJson.ts'
import { openingText } from './openingText.ts'
import { turnsOf } from './turns.ts'
import type { FormMessage, TextTurn, ToolTurn } from './turns.ts'

/**
 * Chat-completions messages. Calls stand with the words before them in one assistant message, their results directly after it.
 * Source: OpenAI, Chat Completions reference.
 */
export function toOpenAIForm(messages: readonly FormMessage[]): { readonly messages: OpenAIMessage[]; readonly repairs: readonly Repair[] } {
  const { turns, repairs } = turnsOf(messages)
  const sent: OpenAIMessage[] = []
  for (const turn of turns) {
    if (turn.kind === 'tools') addTools(sent, turn)
    else if (turn.kind !== 'thoughts') sent.push(textMessage(turn, repairs))
  }
  if (sent.length === 0 && messages.length > 0) {
    sent.push({ role: 'user', content: openingText })
    repairs.push({ messageId: null, kind: 'openingUser', text: 'Nothing was left to send, so an opening message was put in.' })
  }
  return { messages: sent, repairs }
}

function textMessage({ kind, text, name, messageId }: TextTurn, repairs: Repair[]): OpenAIMessage {
  if (name === null) return { role: kind, content: text }
  const valid = name.replace(/[\s\p{Cc}<|\\/>]/gu, '_').slice(0, 64).replace(/[\ud800-\udbff]$/, '')
  if (valid !== name) repairs.push({ messageId, kind: 'adjusted', text: `The name is sent as ${valid}.` })
  return { role: kind, content: text, name: valid }
}

function addTools(sent: OpenAIMessage[], { exchanges }: ToolTurn): void {
  const calls = exchanges.map(({ id, tool, input }): OpenAIToolCall => ({ id, type: 'function', function: { name: tool, arguments: canonicalJson(input) } }))
  const before = sent.at(-1)
  if (before?.role === 'assistant' && !before.tool_calls) before.tool_calls = calls
  else sent.push({ role: 'assistant', content: null, tool_calls: calls })
  for (const { id, result } of exchanges) sent.push({ role: 'tool', content: result.text, tool_call_id: id })
}
