import type { Content } from '../model/content.ts'

/**
 * Which result answers which call, both ways, by index. A result answers the nearest call before it that has its id and no answer yet: providers
 * that number their calls anew in every reply use the same ids again.
 */
export function pairResults(messages: readonly { readonly body: Content }[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>()
  const unanswered = new Map<string, number[]>()
  messages.forEach(({ body }, index) => {
    if (body.type === 'tool_call') {
      const waiting = unanswered.get(body.callId)
      if (waiting) waiting.push(index)
      else unanswered.set(body.callId, [index])
    }
    const call = body.type === 'tool_result' ? unanswered.get(body.callId)?.pop() : undefined
    if (call !== undefined) pairs.set(call, index).set(index, call)
  })
  return pairs
}
