import { callModel } from '../../core/llm/call.ts'
import type { CallOptions, CallOutcome } from '../../core/llm/call.ts'
import { chatStream } from '../../core/llm/client.ts'
import type { ChatEvent, ChatRequest, LLMClient } from '../../core/llm/client.ts'
import { assertNever } from '../../core/model/assertNever.ts'
import type { ReplyEvent } from '../../core/model/reply.ts'
import { plainPrompt } from './prompt.ts'

export const question: ChatRequest = { prompt: plainPrompt(['user', 'Hi']), config: { model: 'test-model' }, tools: [] }

export type Finished = { readonly events: readonly ReplyEvent[]; readonly outcome: CallOutcome }

/** Makes a call and reads it to its end. */
export async function callToEnd(client: LLMClient, options: CallOptions, request: ChatRequest = question): Promise<Finished> {
  const events: ReplyEvent[] = []
  const call = callModel(client, request, options)
  for (;;) {
    const step = await call.next()
    if (step.done) return { events, outcome: step.value }
    events.push(step.value)
  }
}

/** A client that does what `attempt` says, told its number (1 is the first). Opens at once. */
export function clientOf(attempt: (number: number, signal: AbortSignal) => AsyncGenerator<ChatEvent, void>, patch: Partial<LLMClient> = {}): LLMClient {
  let attempts = 0
  const stream = (_: ChatRequest, signal: AbortSignal) =>
    chatStream(async function* (open) {
      open()
      // Those who wait for the opening hear of it before the attempt goes on.
      await Promise.resolve()
      yield* attempt(++attempts, signal)
    })
  return { name: 'Test', model: 'test-model', stream, complete: () => Promise.reject(new Error('not used')), ...patch }
}

/** A promise for what never comes. */
export const never = (): Promise<never> => new Promise(() => {})

/** How an event reads in a table: its type, and what it carries. */
export function briefly(event: ReplyEvent): string {
  switch (event.type) {
    case 'text':
    case 'reasoning':
      return `${event.type} ${event.text}`
    case 'toolCall':
      return `toolCall ${event.call.name} ${JSON.stringify(event.call.arguments)}`
    case 'waiting':
      return `waiting for attempt ${event.attempt} after ${event.fault.code}`
    case 'done':
      return `done ${event.stopReason}`
    case 'stopped':
      return 'stopped'
    case 'failed':
      return `failed ${event.fault.code}`
    default:
      return assertNever(event)
  }
}
