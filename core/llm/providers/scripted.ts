import { Fault } from '../../model/fault.ts'
import { answerOf, chatStream } from '../client.ts'
import type { ChatEvent, ChatRequest, LLMClient } from '../client.ts'

/** A client that also shows what it was asked, in order. */
export type ScriptedClient = LLMClient & { readonly requests: readonly ChatRequest[] }

/**
 * Answers from a list, in order; for tests. A string is a whole answer, an array of events is played as it stands (without `done` at its end it is
 * a cut one). Faults of its calls: `llm/script-ended`.
 * @example
 * const client = scripted(['Yes.', [{ type: 'text', text: 'Half an' }]])
 * tract.configureClients({ default: client })
 * const { status } = await tract.chat('Boots too?')
 * client.requests.length // → 1
 */
export function scripted(answers: readonly (string | readonly ChatEvent[])[], options: { readonly model?: string } = {}): ScriptedClient {
  const requests: ChatRequest[] = []
  const name = 'scripted'
  const stream = (request: ChatRequest, signal: AbortSignal) =>
    chatStream(async function* (open) {
      signal.throwIfAborted()
      const answer = answers[requests.length]
      if (answer === undefined) throw new Fault('llm/script-ended', { answers: answers.length })
      requests.push(request)
      open()
      for (const event of eventsOf(answer)) {
        signal.throwIfAborted()
        yield event
      }
    })
  return {
    name,
    model: options.model ?? 'scripted',
    requests,
    stream,
    complete: (request, signal) => answerOf(stream(request, signal), name),
    unsupported: () => [],
    preview: ({ prompt, config, tools }) => ({ ...config, messages: prompt.toOpenAI(), tools }),
  }
}

function eventsOf(answer: string | readonly ChatEvent[]): readonly ChatEvent[] {
  return typeof answer === 'string' ? [{ type: 'text', text: answer }, { type: 'done', stopReason: 'end' }] : answer
}
