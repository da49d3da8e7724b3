import type { Commit, CommitKind } from '../core/model/commit.ts'
import type { MessageId, Ref } from '../core/model/ids.ts'
import type { Tract } from '../core/tract.ts'
import type { LeftBehind, OwnStep, OwnSteps } from './contract/joins.ts'

/** How many are told one by one. */
const told = { left: 6, own: 400 }
const messages: readonly CommitKind[] = ['append', 'compress']

/** The messages that no branch and no bookmark would lead to any more if the branch ended at `to`. */
export function leftBehind(tract: Tract, to: Ref): LeftBehind {
  const { count, newest } = tract.leftBehind(to, { kinds: messages, limit: told.left })
  return { count, newest: newest.map(toStep).map(({ messageId, role, preview, tokens }) => ({ messageId: messageId as MessageId, role: role ?? 'assistant', preview, tokens })) }
}

/** What the branch has and `onto` has not: what is written anew when it is put on top of that. */
export function ownSteps(tract: Tract, onto: Ref): OwnSteps {
  const { count, newest } = tract.ownCommits(onto, { limit: told.own })
  return { count, newest: newest.map((commit) => (commit.kind === 'annotate' ? { ...toStep(commit), preview: wordsAt(tract, commit.target) } : toStep(commit))) }
}

/** Of a step that sets a message to something, the first words of that message say more than its own. */
function wordsAt(tract: Tract, target: MessageId): string {
  const { commit } = tract.show(target)
  return 'preview' in commit ? commit.preview : commit.message
}

const toStep = (commit: Commit): OwnStep => ({
  commit: commit.hash,
  kind: commit.kind,
  messageId: 'messageId' in commit ? commit.messageId : 'target' in commit ? commit.target : null,
  role: 'role' in commit ? commit.role : null,
  preview: 'preview' in commit ? commit.preview : commit.message,
  priority: commit.kind === 'annotate' ? commit.priority : null,
  tokens: 'tokens' in commit ? commit.tokens : 'summaryTokens' in commit ? commit.summaryTokens : 0,
})
