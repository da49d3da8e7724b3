import { assertNever } from '../model/assertNever.ts'
import type { KeptPolicy, Policy, PolicySettings } from '../model/policy.ts'
import { archivePolicy } from './archivePolicy.ts'
import { branchPolicy } from './branchPolicy.ts'
import { compressPolicy } from './compressPolicy.ts'
import { pinPolicy } from './pinPolicy.ts'

/** A policy as the file keeps it. */
export const toKept = ({ name, autonomy, settings }: Policy): KeptPolicy => ({ name, isOn: true, autonomy: autonomy ?? null, settings: settings ?? null })

/** The policy that was kept so; null for code of one's own, which no file holds. */
export function fromKept({ name, autonomy, settings }: KeptPolicy): Policy | null {
  return settings === null ? null : { ...made(settings), name, ...(autonomy === null ? {} : { autonomy }) }
}

function made(settings: PolicySettings): Policy {
  switch (settings.policy) {
    case 'compress': {
      const { policy: _, ...options } = settings
      return compressPolicy(options)
    }
    case 'pin':
      return pinPolicy({ ...settings, patterns: settings.patterns.map(({ source, flags }) => new RegExp(source, flags)) })
    case 'branch':
      return branchPolicy(settings)
    case 'archive':
      return archivePolicy(settings)
    default:
      return assertNever(settings)
  }
}
