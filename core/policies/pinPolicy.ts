import type { AppendCommit, Commit } from '../model/commit.ts'
import type { ContentType, Role } from '../model/content.ts'
import type { MessageId } from '../model/ids.ts'
import type { Policy, PolicyView } from '../model/policy.ts'

export type PinPolicyOptions = { readonly types?: readonly ContentType[]; readonly roles?: readonly Role[]; readonly patterns?: readonly RegExp[] }

/**
 * Pins what matches: one of the types, one of the roles, or a text with one of the patterns. Default: instructions. What a person has marked
 * since, or said no to, it leaves alone.
 * @example
 * tract.configurePolicies([pinPolicy({ patterns: [/must/] })])
 * tract.user('It must be red.')
 * await tract.settled()
 * tract.history('HEAD').annotations.map(({ priority }) => priority) // → ['pinned']
 */
export function pinPolicy({ types, roles = [], patterns = [] }: PinPolicyOptions = {}): Policy {
  const wanted = types ?? (roles.length === 0 && patterns.length === 0 ? ['instruction'] : [])
  const isWanted = ({ contentType, role, messageId }: AppendCommit, { textOf }: PolicyView): boolean =>
    wanted.includes(contentType) || roles.includes(role) || patterns.some((pattern) => new RegExp(pattern).test(textOf(messageId)))
  return {
    name: 'pin', trigger: 'commit', priority: 20,
    settings: { policy: 'pin', types: wanted, roles, patterns: patterns.map(({ source, flags }) => ({ source, flags })) },
    evaluate: (view) => {
      const targets = unmarked(view).filter((commit) => isWanted(commit, view)).filter(({ messageId }) => !view.declined.has(messageId)).map(({ messageId }) => messageId)
      if (targets.length === 0) return null
      return { tool: 'annotate', args: { targets, priority: 'pinned', reason: 'PinPolicy' }, reason: targets.length === 1 ? 'This message is of a kind that shall never be lost.' : `These ${targets.length} messages are of a kind that shall never be lost.` }
    },
  }
}

/** Messages among the newest commits that begin as normal ones, and that nobody has marked since. */
function unmarked({ recent, pinnedAtFirst }: PolicyView): readonly AppendCommit[] {
  const marked = new Set<MessageId>(recent.flatMap((commit) => (commit.kind === 'annotate' ? [commit.target] : [])))
  const isOpen = (commit: Commit): commit is AppendCommit => commit.kind === 'append' && !marked.has(commit.messageId)
  return recent.filter(isOpen).filter(({ contentType }) => !pinnedAtFirst.has(contentType))
}
