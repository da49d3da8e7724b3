import { anthropic } from '../../../../core/llm/providers/anthropic.ts'
import { openai } from '../../../../core/llm/providers/openai.ts'
import { startAnthropicServer } from '../../../helpers/anthropicServer.ts'
import { startOpenAIServer } from '../../../helpers/openaiServer.ts'

/** Both providers, each with a server that speaks its protocol: what holds for one holds for the other. */
export const providers = [
  { title: 'openai', make: openai, start: startOpenAIServer },
  { title: 'anthropic', make: anthropic, start: startAnthropicServer },
] as const

/** Looked for wherever text could leak. */
export const canary = 'canary/Key+0123456789'
