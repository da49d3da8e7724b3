import { type LLMTask, llmTasks, type ResolvedConfig } from '../model/config.ts'
import { Fault } from '../model/fault.ts'
import { checkChoice, checkOptions, isObject, refused } from '../model/given.ts'
import { resolveConfig } from '../model/llmConfig.ts'
import type { OpenWorkspace, TractHandle } from '../journal/openWorkspace.ts'
import type { TractKey } from '../store/tracts.ts'
import { configOf } from '../history/configOf.ts'
import { checkAsk, type RouteOptions } from './checkAsk.ts'
import type { LLMClient } from './client.ts'

export type OperationClients = { readonly [Task in LLMTask | 'default']?: LLMClient }

const byFile = new WeakMap<OpenWorkspace, Map<TractKey, OperationClients>>()

/**
 * Where requests go, per job; `default` serves the rest. Shared by all handles on the tract, never kept in the file. Whoever made a client closes it:
 * closing the file doesn't. Faults: `input/invalid`.
 */
export function configureClients(tract: TractHandle, clients: OperationClients): void {
  checkClients(clients)
  const kept = byFile.get(tract.file) ?? new Map<TractKey, OperationClients>()
  byFile.set(tract.file, kept.set(tract.key, { ...kept.get(tract.key), ...clients }))
}

const jobs: readonly (LLMTask | 'default')[] = ['default', ...llmTasks]

/** Faults: `input/invalid`. */
function checkClients(clients: OperationClients): void {
  checkOptions(clients, 'clients: give them as { default: … }')
  const isClient = (client: unknown): boolean => isObject(client) && ['stream', 'complete'].every((verb) => typeof (client as { readonly [verb: string]: unknown })[verb] === 'function')
  const problems = Object.entries(clients).flatMap(([job, client]) => [
    ...(jobs.some((known) => known === job) ? [] : [`there is no job "${job}": ${jobs.join(', ')}`]),
    ...(client === undefined || isClient(client) ? [] : [`what is given for ${job} is no client: it needs stream and complete`]),
  ])
  if (problems.length > 0) throw refused(...problems)
}

/** Faults: `llm/no-client`. */
function clientFor(tract: TractHandle, task: LLMTask): LLMClient {
  const clients = byFile.get(tract.file)?.get(tract.key)
  const client = clients?.[task] ?? clients?.default
  if (!client) throw new Fault('llm/no-client', { task })
  return client
}

/** Where a job's request goes and with which settings: every job is asked this way. Faults: `llm/no-client`, `llm/no-model`, `config/bad-value`, `input/invalid`. */
export function routeFor(tract: TractHandle, task: LLMTask, options: RouteOptions = {}): { readonly client: LLMClient; readonly config: ResolvedConfig } {
  const client = clientFor(tract, task)
  const config = resolveFor(tract, task, options)
  if (config.values.model === undefined) throw new Fault('llm/no-model', { task })
  return { client, config }
}

/** What a call would use, and which level set each field. Faults: `config/bad-value`, `input/invalid`. */
export function resolveFor(tract: TractHandle, task: LLMTask, options: RouteOptions = {}): ResolvedConfig {
  checkChoice('task', task, llmTasks)
  checkAsk(options)
  const config = configOf(tract)
  const clients = byFile.get(tract.file)?.get(tract.key)
  return resolveConfig({
    sugar: options, llmConfig: options.llmConfig, operation: config.operations[task], default: config.defaultConfig,
    clientModel: (clients?.[task] ?? clients?.default)?.model,
  })
}
