import { messagesOf, promptFrom } from '../context/prompt.ts'
import { canonicalJson } from '../model/canonicalJson.ts'
import type { LLMConfig } from '../model/config.ts'
import type { CompiledContext, Prompt } from '../model/context.ts'
import { hashOf } from '../model/hash.ts'
import type { ToolDefinition } from '../model/reply.ts'

/** What a call sends, as far as it depends on the tract: who is asked, with which messages, settings and tools. */
export type Payload = { readonly client: string; readonly prompt: Prompt; readonly config: LLMConfig; readonly tools: string | null }

/** The same payload gives the same hash, so what was sent can be proven as long as its context can be made again. */
export function payloadHash({ client, prompt, config, tools }: Payload): string {
  return hashOf('tract:payload:2', canonicalJson({ client, messages: prompt.toOpenAI(), config, tools }))
}

/** Tools by hash; null where none are offered. */
export const toolsHash = (tools: readonly ToolDefinition[]): string | null => (tools.length === 0 ? null : hashOf('tract:tools:1', canonicalJson(tools)))

/** The half answer stands as the model's own words, and it is asked for the rest; neither becomes part of the history. */
export function continuing(context: CompiledContext, text: string): Prompt {
  return promptFrom([
    ...context.messages,
    ...messagesOf([
      { type: 'dialogue', role: 'assistant', text },
      { type: 'dialogue', role: 'user', text: 'Your answer was cut off. Go on exactly where it stopped, without repeating any of it.' },
    ]),
  ])
}
