import type { LLMClient } from '../../../../core/llm/client.ts'
import { anthropic } from '../../../../core/llm/providers/anthropic.ts'
import { ollama } from '../../../../core/llm/providers/ollama.ts'
import { openai } from '../../../../core/llm/providers/openai.ts'
import type { KeyedOptions } from '../../../../core/llm/providers/sdkClient.ts'
import { startAnthropicServer } from '../../../helpers/anthropicServer.ts'
import { startOllamaServer } from '../../../helpers/ollamaServer.ts'
import { startOpenAIServer } from '../../../helpers/openaiServer.ts'

/** Every provider with a server that speaks its protocol: what holds for one holds for the others. */
export const providers = [
  { title: 'openai', make: openai, start: startOpenAIServer, finishes: ['end', 'length', 'filtered'] },
  { title: 'anthropic', make: anthropic, start: startAnthropicServer, finishes: ['end', 'length', 'filtered', 'stopSequence'] },
  { title: 'ollama', make: keyed, start: startOllamaServer, finishes: ['end', 'length'] },
] as const

/** Ollama itself asks for no key; a proxy before it may, and then it is a header of the user's own. */
function keyed({ apiKey, headers, ...options }: KeyedOptions): LLMClient {
  return ollama({ ...options, headers: { ...(apiKey === '' ? {} : { authorization: `Bearer ${apiKey}` }), ...headers } })
}

/** Looked for wherever text could leak. */
export const canary = 'canary/Key+0123456789'
