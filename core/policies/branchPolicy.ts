import type { AppendCommit, Commit } from '../model/commit.ts'
import type { ContentType } from '../model/content.ts'
import type { Policy } from '../model/policy.ts'

export type BranchPolicyOptions = { readonly window?: number; readonly switches?: number; readonly ignore?: readonly ContentType[] }

const prefix = 'drift/'

/**
 * Starts a branch when the talk drifts: `switches` changes of content type within the last `window` messages. Types to `ignore` don't count. It
 * says so once for each stretch of that many messages, and not on a branch that it started itself.
 * @example
 * tract.configurePolicies([branchPolicy({ window: 4, switches: 2 })])
 * tract.config.policies.map(({ name }) => name) // → ['branch']
 */
export function branchPolicy({ window = 8, switches = 4, ignore = [] }: BranchPolicyOptions = {}): Policy {
  return {
    name: 'branch', trigger: 'commit', priority: 30,
    settings: { policy: 'branch', window, switches, ignore },
    evaluate: ({ recent, status }) => {
      const said = recent.filter(isMessage).filter(({ contentType }) => !ignore.includes(contentType)).slice(0, window)
      const changes = said.filter(({ contentType }, nth) => nth > 0 && contentType !== said[nth - 1]?.contentType).length
      const [last] = said
      if (last === undefined || changes < switches || (status.head.kind === 'attached' && status.head.branch.startsWith(prefix))) return null
      return {
        tool: 'branch', args: { name: `${prefix}${last.hash.slice(0, 8)}` },
        reason: `The kind of message changed ${changes} times within the last ${said.length}: what is talked about may belong on a branch of its own.`,
        situation: `stretch ${Math.floor(last.generation / window)}`,
      }
    },
  }
}

const isMessage = (commit: Commit): commit is AppendCommit => commit.kind === 'append'
