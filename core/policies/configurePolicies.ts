import { operateIfNeeded } from '../journal/lastOperation.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { autonomies, type Autonomy } from '../model/autonomy.ts'
import { canonicalJson } from '../model/canonicalJson.ts'
import { defaultTractConfig, type TractConfig } from '../model/config.ts'
import { Fault } from '../model/fault.ts'
import { checkChoice, checkOptions, isObject, refused } from '../model/given.ts'
import type { Json } from '../model/json.ts'
import type { Operation } from '../model/operation.ts'
import type { Policy, PolicyEntry } from '../model/policy.ts'
import type { Reviewer } from '../model/proposal.ts'
import { getTract } from '../store/tracts.ts'
import { checkConfig } from '../history/checkConfig.ts'
import { attachedTo } from './attached.ts'
import { toKept } from './builtIn.ts'

export type PolicyOptions = { readonly autonomy?: Autonomy; readonly onProposal?: Reviewer }

/**
 * Replaces a tract's policies. Those of the library are kept in the file; of your own the file knows the name: name them again after opening.
 * null where the file has them so already. Faults: `policy/name-taken`, `config/bad-value`, `input/invalid`.
 */
export function configurePolicies(tract: TractHandle, policies: readonly Policy[], options: PolicyOptions = {}): Operation | null {
  const { autonomy, onProposal } = checkOptions(options, 'options: give them as { autonomy: … }')
  if (autonomy !== undefined) checkChoice('autonomy', autonomy, autonomies)
  checkPolicies(policies)
  const changes: TractConfig = { policies: policies.map(toKept), ...(autonomy === undefined ? {} : { autonomy }) }
  checkConfig(changes)
  const attached = attachedTo(tract)
  attached.own = new Map(policies.map((policy) => [policy.name, policy]))
  attached.reviewing = onProposal === undefined ? null : { reviewer: onProposal, as: tract.author }
  attached.broken.clear()
  attached.lookedAt.clear()
  return operateIfNeeded(tract, { verb: 'configure', detail: 'policies' }, (tx) => {
    const { config } = getTract(tx.db, tract.key)
    for (const [key, after] of Object.entries(changes) as unknown as readonly [keyof TractConfig, Json][]) {
      const inEffect = (config[key] ?? defaultTractConfig[key]) as unknown as Json
      if (canonicalJson(inEffect) !== canonicalJson(after)) tx.fact({ type: 'config_changed', key, before: (config[key] ?? null) as unknown as Json, after })
    }
  })
}

/** Waits until all that policies have begun has ended, and tells what they did since this was last asked. Faults: that of the signal. */
export async function settled(tract: TractHandle, { signal }: { readonly signal?: AbortSignal } = {}): Promise<readonly PolicyEntry[]> {
  const attached = attachedTo(tract)
  while (attached.running.size > 0) await withSignal(Promise.all(attached.running.values()), signal)
  const { told } = attached
  attached.told = []
  return told
}

async function withSignal(work: Promise<unknown>, signal: AbortSignal | undefined): Promise<void> {
  if (!signal) return void (await work)
  signal.throwIfAborted()
  const stop = Promise.withResolvers<never>()
  const abort = () => stop.reject(signal.reason as Error)
  signal.addEventListener('abort', abort, { once: true })
  try {
    await Promise.race([work, stop.promise])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

/** Faults: `input/invalid`, `policy/name-taken`. */
function checkPolicies(policies: readonly Policy[]): void {
  if (!Array.isArray(policies)) throw refused('policies: give them as a list')
  const names = new Set<string>()
  for (const policy of policies as readonly Policy[]) {
    const isSound = isObject(policy) && typeof policy.name === 'string' && typeof policy.evaluate === 'function' && isTrigger(policy.trigger)
    if (!isSound) throw refused('a policy has a name, a trigger (commit, compile, turn or { everyMs }) and evaluate')
    if (names.has(policy.name)) throw new Fault('policy/name-taken', { name: policy.name })
    names.add(policy.name)
  }
}

const isTrigger = (trigger: Policy['trigger']): boolean =>
  trigger === 'commit' || trigger === 'compile' || trigger === 'turn' || (isObject(trigger) && Number.isFinite(trigger.everyMs) && trigger.everyMs > 0)
