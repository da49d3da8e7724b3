import type { Policy } from '../model/policy.ts'
import type { Branch } from '../model/refs.ts'

export type ArchivePolicyOptions = { readonly inactiveDays?: number }

const prefix = 'archive/'
const dayMs = 86_400_000

/**
 * Renames branches nobody used for a while to `archive/…`, one at a time, the longest unused first; never the current one, never `main`. Looks once an hour.
 * @example
 * tract.configurePolicies([archivePolicy({ inactiveDays: 30 })])
 * tract.config.policies.map(({ name }) => name) // → ['archive']
 */
export function archivePolicy({ inactiveDays = 7 }: ArchivePolicyOptions = {}): Policy {
  return {
    name: 'archive', trigger: { everyMs: 3_600_000 }, priority: 40,
    settings: { policy: 'archive', inactiveDays },
    evaluate: ({ branches, now, declined }) => {
      const isStale = ({ name, isCurrent, updatedAt }: Branch) => !isCurrent && name !== 'main' && !name.startsWith(prefix) && !declined.has(name) && now - updatedAt > inactiveDays * dayMs
      const [oldest] = branches.filter(isStale).toSorted((a, b) => a.updatedAt - b.updatedAt)
      if (!oldest) return null
      return {
        tool: 'rename_branch', args: { from: oldest.name, to: freeName(branches, `${prefix}${oldest.name}`) },
        reason: `Nothing happened on ${oldest.name} for ${Math.floor((now - oldest.updatedAt) / dayMs)} days.`,
      }
    },
  }
}

function freeName(branches: readonly Branch[], wanted: string): string {
  const taken = new Set(branches.map(({ name }) => name))
  for (let nth = 1; ; nth++) {
    const name = nth === 1 ? wanted : `${wanted}-${nth}`
    if (!taken.has(name)) return name
  }
}
