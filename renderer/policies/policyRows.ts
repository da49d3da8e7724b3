import type { BuiltInPolicy, KeptPolicy, PolicySettings } from '../../core/model/policy.ts'
import { assertNever } from '../state/assertNever.ts'

/** What a policy starts with when it is switched on for the first time. */
export const defaults: { readonly [Kind in BuiltInPolicy]: Extract<PolicySettings, { policy: Kind }> } = {
  compress: { policy: 'compress', threshold: 0.8 },
  pin: { policy: 'pin', types: [], roles: [], patterns: [{ source: 'must|never|always', flags: 'i' }] },
  branch: { policy: 'branch', window: 8, switches: 4, ignore: [] },
  archive: { policy: 'archive', inactiveDays: 7 },
}
export const kinds = Object.keys(defaults) as readonly BuiltInPolicy[]

/** The one of a kind, as it is kept or would begin. */
export const keptOf = (policies: readonly KeptPolicy[], kind: BuiltInPolicy): KeptPolicy =>
  policies.find(({ settings }) => settings?.policy === kind) ?? { name: kind, isOn: false, autonomy: null, settings: defaults[kind] }

/** The list with one put in its place, or behind the others. Its order is that in which they look. */
export function withPolicy(policies: readonly KeptPolicy[], changed: KeptPolicy): readonly KeptPolicy[] {
  return policies.some(({ name }) => name === changed.name) ? policies.map((one) => (one.name === changed.name ? changed : one)) : [...policies, changed]
}

/** The one thing of a policy that is changed often, as it is typed. */
export function valueOf(settings: PolicySettings): string {
  switch (settings.policy) {
    case 'compress':
      return String(Math.round(settings.threshold * 100))
    case 'pin':
      return settings.patterns.map(({ source }) => source).join('|')
    case 'branch':
      return String(settings.switches)
    case 'archive':
      return String(settings.inactiveDays)
    default:
      return assertNever(settings)
  }
}

/** Why that can't be it; null where it can. */
export function whyNotValue({ policy }: PolicySettings, typed: string): string | null {
  if (policy === 'pin') return isPattern(typed) ? null : typed === '' ? 'Say which words' : 'That is no pattern: a bracket may be open'
  const number = Number(typed)
  const [least, most] = limits[policy]
  return /^\d+(\.\d+)?$/.test(typed) && (policy === 'archive' || Number.isInteger(number)) && number >= least && number <= most ? null : `A number from ${least} to ${most}`
}
const limits = { compress: [50, 95], branch: [2, 32], archive: [1, 3650] } as const

/** The settings with that value. It was found good before. */
export function withValue(settings: PolicySettings, typed: string): PolicySettings {
  switch (settings.policy) {
    case 'compress':
      return { ...settings, threshold: Number(typed) / 100 }
    case 'pin':
      return { ...settings, patterns: [{ source: typed, flags: 'i' }] }
    case 'branch':
      return { ...settings, switches: Number(typed), window: Math.max(settings.window, Number(typed) + 1) }
    case 'archive':
      return { ...settings, inactiveDays: Number(typed) }
    default:
      return assertNever(settings)
  }
}

function isPattern(typed: string): boolean {
  try {
    return typed !== '' && typed.length <= 1000 && new RegExp(typed, 'i').source !== ''
  } catch {
    return false
  }
}
