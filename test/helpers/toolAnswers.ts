import type { ChatEvent } from '../../core/llm/client.ts'

let count = 0

/** An answer of a scripted model that calls tools. */
export function calling(...calls: readonly (readonly [name: string, args: object])[]): readonly ChatEvent[] {
  const events = calls.map(([name, args]): ChatEvent => ({ type: 'toolCall', call: { id: `call_${++count}`, name, arguments: JSON.stringify(args) } }))
  return [{ type: 'text', text: `Because of ${calls.map(([name]) => name).join(', ')}.` }, ...events, { type: 'done', stopReason: 'toolCalls' }]
}
