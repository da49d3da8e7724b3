import { chatStream } from '../../core/llm/client.ts'
import type { ChatEvent, ChatRequest, LLMClient } from '../../core/llm/client.ts'

/** A client whose answers a test writes as they are asked for. */
export type HoldingClient = LLMClient & { readonly asked: readonly Asked[]; /** Resolves with the n-th request (1 is the first) as soon as it has come. */ request(number: number): Promise<Asked> }
export type Asked = { readonly request: ChatRequest; readonly signal: AbortSignal; /** The next event of the answer. */ send(...events: readonly ChatEvent[]): void; /** Nothing more comes. */ end(): void }

export function holdingClient(name = 'Holding'): HoldingClient {
  const asked: Asked[] = []
  let waiting: readonly { readonly number: number; readonly tell: (asked: Asked) => void }[] = []
  const stream = (request: ChatRequest, signal: AbortSignal) =>
    chatStream(async function* (open) {
      const queue: (ChatEvent | null)[] = []
      let wake = (): void => {}
      const put = (event: ChatEvent | null): void => {
        queue.push(event)
        wake()
      }
      const one: Asked = { request, signal, send: (...events) => events.forEach(put), end: () => put(null) }
      asked.push(one)
      for (const waiter of waiting.filter(({ number }) => number === asked.length)) waiter.tell(one)
      open()
      for (;;) {
        while (queue.length === 0) await new Promise<void>((resolve) => (wake = resolve))
        const event = queue.shift()
        if (!event) return
        yield event
      }
    })
  return {
    name, model: 'held', asked, stream, complete: () => Promise.reject(new Error('not used')),
    request: (number) => {
      const known = asked[number - 1]
      return known ? Promise.resolve(known) : new Promise((tell) => (waiting = [...waiting, { number, tell }]))
    },
  }
}

export const words = (text: string): ChatEvent => ({ type: 'text', text })
export const done: ChatEvent = { type: 'done', stopReason: 'end' }
