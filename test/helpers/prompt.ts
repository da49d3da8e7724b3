import type { AnthropicMessage, Prompt, PromptMessage } from '../../core/model/context.ts'

/** A prompt of plain text messages, for tests of what comes after the building of prompts. */
export function plainPrompt(...rows: readonly (readonly ['system' | 'user' | 'assistant', string])[]): Prompt {
  const messages = rows.map(([role, content]): PromptMessage => ({ role, content, name: null, contentType: role === 'system' ? 'instruction' : 'dialogue' }))
  const said = rows.filter(([role]) => role !== 'system').map(([role, content]) => ({ role, content }) as AnthropicMessage)
  const system = rows.filter(([role]) => role === 'system').map(([, content]) => content).join('\n\n')
  return {
    messages,
    toDicts: () => rows.map(([role, content]) => ({ role, content })),
    toOpenAI: () => rows.map(([role, content]) => ({ role, content })),
    toAnthropic: () => ({ ...(system === '' ? {} : { system }), messages: said }),
    repairs: () => [],
  }
}
