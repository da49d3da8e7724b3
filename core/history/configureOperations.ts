import type { TractHandle } from '../journal/openWorkspace.ts'
import { operateIfNeeded } from '../journal/lastOperation.ts'
import { canonicalJson } from '../model/canonicalJson.ts'
import { llmTasks, type OperationConfigs } from '../model/config.ts'
import { checkChoice, checkOptions } from '../model/given.ts'
import type { JsonObject } from '../model/json.ts'
import { configFrom } from '../model/llmConfig.ts'
import type { Operation } from '../model/operation.ts'
import { getTract } from '../store/tracts.ts'

/**
 * Sets settings per job; jobs not named stay as they are, whoever set them. null where all is as it was.
 * Faults: `config/bad-value`, `input/invalid`.
 */
export function configureOperations(tract: TractHandle, configs: OperationConfigs): Operation | null {
  const changes = readConfigs(configs)
  return operateIfNeeded(tract, { verb: 'configure', detail: 'operations' }, (tx) => {
    const { operations } = getTract(tx.db, tract.key).config
    const after = { ...operations, ...changes }
    if (canonicalJson(operations ?? {}) !== canonicalJson(after)) tx.fact({ type: 'config_changed', key: 'operations', before: (operations ?? null) as JsonObject | null, after: after as JsonObject })
  })
}

/** As they are kept, whatever framework they were written for. */
function readConfigs(configs: OperationConfigs): OperationConfigs {
  const given = Object.entries(checkOptions(configs, 'settings: give them as { chat: { … } }')).filter(([, config]) => config !== undefined)
  return Object.fromEntries(given.map(([job, config]) => {
    checkChoice('a job', job, llmTasks)
    return [job, configFrom(checkOptions(config, `settings of ${job}: give them as { temperature: … }`))]
  }))
}
