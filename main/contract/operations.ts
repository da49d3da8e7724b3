import { type } from '@orpc/contract'
import { z } from 'zod'
import type { ConfigLevel, LLMConfig, LLMTask, ResolvedConfig } from '../../core/model/config.ts'
import type { Json } from '../../core/model/json.ts'
import { procedure, providerId, tractId } from './base.ts'
import type { Settings } from './settingsView.ts'

/** One kind of call: where it goes and how it is made. */
export type OperationRow = {
  readonly task: LLMTask
  /** The provider it goes to. `isOwn` is false where that is the chat's. */
  readonly client: { readonly provider: string; readonly name: string; readonly isOwn: boolean }
  /** What this tract sets for it. */
  readonly config: LLMConfig
  /** With what it inherits from below; the one-time and lasting choices of the composer are not in it. */
  readonly resolved: ResolvedConfig
}
export type OperationsView = { readonly rows: readonly OperationRow[]; /** The lowest level: what holds for all of them. */ readonly defaultConfig: LLMConfig }

/** One setting, level by level, and what comes of it. */
export type ResolutionRow = {
  /** As settings are written in JSON: `max_tokens`. A setting of a provider's own has its own name. */
  readonly name: string
  readonly field: keyof LLMConfig
  /** What each level says; absent where it says nothing. */
  readonly set: { readonly [Level in ConfigLevel]?: Json }
  /** null where no level sets it. */
  readonly used: { readonly value: Json; readonly from: ConfigLevel } | null
  /** What the provider calls it, where that is another name. */
  readonly sentAs: string | null
  /** Why it is not sent though it is set. */
  readonly notSent: string | null
}
export type Resolution = { readonly client: string; readonly rows: readonly ResolutionRow[] }

/** Settings read from JSON that was written for any framework, and what became of each of its keys. */
export type ReadConfig = {
  readonly config: LLMConfig
  readonly keys: readonly { readonly key: string; readonly became: 'same' | 'renamed' | 'extra' | 'dropped' | 'overruled'; /** Its name here. */ readonly name: string | null }[]
}

export const task = z.enum(['chat', 'compress', 'merge', 'orchestrate', 'plan', 'title'])
const config = z.record(z.string().max(200), z.json())

export const operations = {
  operations: procedure.input(z.strictObject({ tract: tractId })).output(type<OperationsView>()),
  /** Says which provider does a job; null for the chat's, and for the chat the first that could. */
  setClient: procedure.input(z.strictObject({ task, provider: providerId.nullable() })).output(type<Settings>()),
  /**
   * Changes settings at one level: what the composer sets for every message (`llmConfig`), what the tract sets for a job (`operation`) or for all
   * of them (`default`). null takes one back; what isn't named stays. The tract's own can be undone.
   */
  configure: procedure.input(z.strictObject({ tract: tractId, task, level: z.enum(['llmConfig', 'operation', 'default']), changes: config })).output(type<OperationsView>()),
  /** Says what a call would use and which level says so. `sugar` is what is set for this one call, `provider` where it goes alone. */
  resolution: procedure.input(z.strictObject({ tract: tractId, task, sugar: config.optional(), provider: providerId.optional() })).output(type<Resolution>()),
  /** Reads settings as they stand in a program or a request: aliases are mapped, what says where and how to send is dropped. */
  readConfig: procedure.input(z.strictObject({ json: z.string().max(200_000) })).output(type<ReadConfig>()),
}
