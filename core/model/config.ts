import type { Autonomy } from './autonomy.ts'
import type { JsonObject } from './json.ts'
import type { KeptPolicy } from './keptPolicy.ts'

/** How to ask: model and settings. Immutable; every field optional. */
export type LLMConfig = {
  readonly model?: string
  readonly temperature?: number
  readonly topP?: number
  readonly maxTokens?: number
  readonly stopSequences?: readonly string[]
  readonly frequencyPenalty?: number
  readonly presencePenalty?: number
  readonly topK?: number
  readonly seed?: number
  /** Anything else the provider takes. */
  readonly extra?: JsonObject
}

/** The jobs a model is asked to do; each can have its own settings and its own client. */
export type LLMTask = (typeof llmTasks)[number]
export const llmTasks = ['chat', 'compress', 'merge', 'orchestrate', 'plan', 'title'] as const
export type OperationConfigs = { readonly [Task in LLMTask]?: LLMConfig }

/** Who set a field. `client` is the model the client was made with, used when no level names one. */
export type ConfigLevel = 'sugar' | 'llmConfig' | 'operation' | 'default' | 'client'
export type ConfigLevels = { readonly [Field in keyof LLMConfig]?: ConfigLevel }
export type ResolvedConfig = { readonly values: LLMConfig; readonly levels: ConfigLevels }

/** A budget informs. Only `reject` stops a commit; nothing is ever dropped to fit. Default `warn`. */
export type TokenBudget = { readonly maxTokens: number; readonly onExceed?: 'warn' | 'reject' }

export type Encoding = 'o200k_base' | 'cl100k_base'

/** A tract's settings. Kept in the file; changing them is an operation like any other (undoable, journaled). */
export type TractConfig = {
  readonly budget?: TokenBudget | null
  /** The lowest of the four levels of LLM settings. */
  readonly defaultConfig?: LLMConfig
  /** Settings per job. Changed with `configureOperations`. */
  readonly operations?: OperationConfigs
  readonly encoding?: Encoding
  /** The most that anybody but a person does by itself on this tract. null: what each of them was given. */
  readonly autonomy?: Autonomy | null
  /** Its policies, in their order. Changed with `configurePolicies`. */
  readonly policies?: readonly KeptPolicy[]
}

export const defaultTractConfig: Required<TractConfig> = { budget: null, defaultConfig: {}, operations: {}, encoding: 'o200k_base', autonomy: null, policies: [] }
