import type { LLMConfig, LLMTask, ResolvedConfig } from '../model/config.ts'
import { Fault } from '../model/fault.ts'
import type { OpenWorkspace, TractHandle } from '../journal/openWorkspace.ts'
import type { TractKey } from '../store/tracts.ts'
import { configOf } from '../history/configOf.ts'
import type { LLMClient } from './client.ts'
import { resolveConfig } from '../model/llmConfig.ts'

export type OperationClients = { readonly [Task in LLMTask | 'default']?: LLMClient }

const byFile = new WeakMap<OpenWorkspace, Map<TractKey, OperationClients>>()

/** Where requests go, per job; `default` serves the rest. Shared by all handles on the tract, never kept in the file. */
export function configureClients(tract: TractHandle, clients: OperationClients): void {
  const kept = byFile.get(tract.file) ?? new Map<TractKey, OperationClients>()
  byFile.set(tract.file, kept.set(tract.key, { ...kept.get(tract.key), ...clients }))
}

/** Faults: `llm/no-client`. */
export function clientFor(tract: TractHandle, task: LLMTask): LLMClient {
  const clients = byFile.get(tract.file)?.get(tract.key)
  const client = clients?.[task] ?? clients?.default
  if (!client) throw new Fault('llm/no-client', { task })
  return client
}

/** What a call would use, and which level set each field. */
export function resolveFor(tract: TractHandle, task: LLMTask, options: LLMConfig & { readonly llmConfig?: LLMConfig } = {}): ResolvedConfig {
  const config = configOf(tract)
  const clients = byFile.get(tract.file)?.get(tract.key)
  return resolveConfig({
    sugar: options, llmConfig: options.llmConfig, operation: config.operations[task], default: config.defaultConfig,
    clientModel: (clients?.[task] ?? clients?.default)?.model,
  })
}
