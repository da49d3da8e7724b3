import type { OpenWorkspace, TractHandle } from '../journal/openWorkspace.ts'
import { configOf } from '../history/configOf.ts'
import type { KeptPolicy, Policy, PolicyEntry } from '../model/policy.ts'
import type { Author } from '../model/author.ts'
import type { Autonomy } from '../model/autonomy.ts'
import type { Reviewer } from '../model/proposal.ts'
import type { TractKey } from '../store/tracts.ts'
import { fromKept } from './builtIn.ts'

/** Hands a matter to the orchestrator of a tract, which does no more than `autonomy` allows. */
export type RunTask = (task: string, options: { readonly autonomy: Autonomy; readonly policy: string }) => Promise<void>

/** What of a tract's policies lives only as long as its file is open. */
export type Attached = {
  /** Code of one's own, by name. */
  own: ReadonlyMap<string, Policy>
  /** Who decides proposals, and in whose name. */
  reviewing: { readonly reviewer: Reviewer; readonly as: Author } | null
  orchestrator: RunTask | null
  /** While it is above 0, nothing is looked at; what was missed is looked at once after that. */
  holds: number
  missed: TractHandle | null
  isLooking: boolean
  /** What has begun and not ended. */
  readonly running: Map<string, Promise<void>>
  /** Since somebody last waited. */
  told: PolicyEntry[]
  /** When a policy with a time of its own last looked. */
  readonly lookedAt: Map<string, number>
  /** Policies whose code failed: they rest until they are configured again. */
  readonly broken: Map<string, unknown>
}

const byFile = new WeakMap<OpenWorkspace, Map<TractKey, Attached>>()

export function attachedTo({ file, key }: TractHandle): Attached {
  const tracts = byFile.get(file) ?? new Map<TractKey, Attached>()
  byFile.set(file, tracts)
  const known = tracts.get(key)
  if (known) return known
  const made: Attached = { own: new Map(), reviewing: null, orchestrator: null, holds: 0, missed: null, isLooking: false, running: new Map(), told: [], lookedAt: new Map(), broken: new Map() }
  tracts.set(key, made)
  return made
}

const made = new WeakMap<KeptPolicy, Policy | null>()

/** The policies that look now, in the order in which they do: those that are on, and whose code is here. */
export function policiesOf(tract: TractHandle): readonly Policy[] {
  const { policies } = configOf(tract)
  if (policies.length === 0) return []
  const { own, broken } = attachedTo(tract)
  const here = policies.filter(({ name, isOn }) => isOn && !broken.has(name)).flatMap((kept) => own.get(kept.name) ?? madeOf(kept) ?? [])
  return here.toSorted((a, b) => (a.priority ?? 100) - (b.priority ?? 100))
}

function madeOf(kept: KeptPolicy): Policy | null {
  const known = made.get(kept)
  if (known !== undefined) return known
  const policy = fromKept(kept)
  made.set(kept, policy)
  return policy
}
