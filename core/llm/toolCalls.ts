import { canonicalJson } from '../model/canonicalJson.ts'
import { Fault } from '../model/fault.ts'
import type { StopReason, ToolCall, ToolDefinition } from '../model/reply.ts'
import type { CallRules } from './rules.ts'

/**
 * The tool calls of a complete answer, or a fault: nothing runs on half of what a model meant. Each has an id of its own, the name of a tool that
 * was offered (when any was), and arguments that are a JSON object of bounded size and depth. Faults: `llm/incomplete`, `llm/protocol`.
 */
export function checkToolCalls(client: string, calls: readonly ToolCall[], stopReason: StopReason, tools: readonly ToolDefinition[], rules: CallRules): readonly ToolCall[] {
  const refuse = (found: string) => new Fault('llm/protocol', { client, found })
  if (calls.length === 0 && stopReason === 'toolCalls') throw refuse('it announced tool calls and sent none')
  if (calls.length > 0 && stopReason === 'length') throw new Fault('llm/incomplete', { client, found: 'its length ran out within a tool call, so none was run' })
  if (calls.length > 0 && stopReason !== 'toolCalls') throw refuse('it sent tool calls in an answer that did not end for them')
  if (calls.length > rules.maxToolCalls) throw refuse(`it sent ${calls.length} tool calls at once; at most ${rules.maxToolCalls} are taken`)
  if (new Set(calls.map((call) => call.id)).size !== calls.length || calls.some((call) => call.id === '')) throw refuse('two of its tool calls have the same id, or one has none')
  const names = new Set(tools.map((tool) => tool.name))
  const stranger = calls.find((call) => names.size > 0 && !names.has(call.name))
  if (stranger) throw refuse(`it called a tool that was not offered: ${stranger.name.slice(0, 80)}`)
  for (const call of calls) checkArguments(client, call, rules)
  return calls
}

function checkArguments(client: string, call: ToolCall, rules: CallRules): void {
  const name = call.name.slice(0, 80)
  const refuse = (found: string) => new Fault('llm/protocol', { client, found })
  const text = typeof call.arguments === 'string' ? call.arguments : JSON.stringify(call.arguments)
  if (Buffer.byteLength(text) > rules.maxArgumentBytes) throw refuse(`the arguments of its call of ${name} are too large`)
  const value = parse(text)
  if (value === undefined) throw new Fault('llm/incomplete', { client, found: `the arguments of its call of ${name} are not whole, so it was not run` })
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refuse(`the arguments of its call of ${name} are no object`)
  if (depthOf(value, rules.maxArgumentDepth) > rules.maxArgumentDepth) throw refuse(`the arguments of its call of ${name} are nested too deeply`)
  if (!isStorable([call.id, call.name, value])) throw refuse(`its call of ${name.toWellFormed()} holds what is no plain JSON, such as half of a character`)
}

function isStorable(value: unknown): boolean {
  try {
    canonicalJson(value)
    return true
  } catch {
    return false
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text, positiveZero)
  } catch {
    return undefined
  }
}

/** JSON has −0, and nothing is meant by it. */
export const positiveZero = (_key: string, value: unknown): unknown => (value === 0 ? 0 : value)

/** How deep a value nests; stops counting one past `limit`. */
function depthOf(value: unknown, limit: number): number {
  if (typeof value !== 'object' || value === null || limit < 0) return 0
  return 1 + Math.max(0, ...Object.values(value).map((item) => depthOf(item, limit - 1)))
}
