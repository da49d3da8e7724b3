import type { Commit } from '../core/model/commit.ts'
import type { CommitHash, Ref } from '../core/model/ids.ts'
import type { Tract } from '../core/tract.ts'
import type { OwnStep, OwnSteps } from './contract/joins.ts'

/** As many as one page of a log has. */
const most = 5000

/** How many of them are told one by one. */
const told = 400

/** What a branch has and `onto` has not: what is written anew when the branch is put on top of it. */
export function ownSteps(tract: Tract, onto: Ref): OwnSteps {
  const there = new Set<CommitHash>(tract.log({ from: onto, limit: most }).items.map(({ hash }) => hash))
  const own = tract.log({ limit: most }).items.filter(({ hash }) => !there.has(hash))
  return { count: own.length, newest: own.slice(0, told).toReversed().map(toStep) }
}

const toStep = (commit: Commit): OwnStep => ({
  commit: commit.hash,
  kind: commit.kind,
  messageId: 'messageId' in commit ? commit.messageId : 'target' in commit ? commit.target : null,
  role: 'role' in commit ? commit.role : null,
  preview: 'preview' in commit ? commit.preview : commit.message,
  tokens: 'tokens' in commit ? commit.tokens : 0,
})
