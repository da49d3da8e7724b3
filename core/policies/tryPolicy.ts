import { budgetStatus } from '../context/status.ts'
import { viewCommit } from '../history/commitView.ts'
import { configOf } from '../history/configOf.ts'
import { contextTotals } from '../history/contextTotals.ts'
import { log } from '../history/log.ts'
import { positionOf } from '../history/refs/position.ts'
import { resolveRef } from '../history/refs/resolveRef.ts'
import { compile, status } from '../history/status.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import type { Commit } from '../model/commit.ts'
import type { Status } from '../model/context.ts'
import type { CommitHash, Ref } from '../model/ids.ts'
import type { Policy, PolicyAction, PolicyView } from '../model/policy.ts'
import { situationOf } from '../proposals/notes.ts'
import { findOwnKey, getCommit } from '../store/commits.ts'
import { viewOf } from './policyView.ts'

export type PolicyTrial = { readonly at: CommitHash; readonly action: PolicyAction }

/** How far back a trial goes at most. */
const farthest = 2000

/**
 * Tells what a policy would have done after each commit of this branch, from `from` (default its beginning, at most the last 2,000 commits) to its
 * end, had it looked then. Writes nothing, and asks no model. Faults: `ref/not-found`, `ref/ambiguous`, and what the policy itself throws.
 */
export function tryPolicy(tract: TractHandle, policy: Policy, { from }: { readonly from?: Ref } = {}): readonly PolicyTrial[] {
  return tract.file.db.snapshot((db) => {
    const { tip } = positionOf(db, tract)
    const first = from === undefined ? null : viewCommit(tract, resolveRef(db, tract, from)).hash
    const commits = tip === null ? [] : log(tract, { limit: farthest }).items
    const start = first === null ? -1 : commits.findIndex(({ hash }) => hash === first)
    const past = (start < 0 ? commits : commits.slice(0, start + 1)).toReversed()
    return walk(tract, policy, past)
  })
}

function walk(tract: TractHandle, policy: Policy, past: readonly Commit[]): readonly PolicyTrial[] {
  const trials: PolicyTrial[] = []
  const declined = new Set<string>()
  const situations = new Set<string>()
  let lastAt = -Infinity
  for (const commit of past) {
    const everyMs = typeof policy.trigger === 'object' ? policy.trigger.everyMs : 0
    if (commit.author.kind === 'policy' || commit.createdAt - lastAt < everyMs) continue
    lastAt = commit.createdAt
    const action = policy.evaluate(pastView(tract, commit, declined))
    if (action === null) continue
    const situation = situationOf(policy.name, action, action.situation)
    if (situations.has(situation)) continue
    situations.add(situation)
    for (const name of namesOf(action)) declined.add(name)
    trials.push({ at: commit.hash, action })
  }
  return trials
}

const namesOf = ({ args }: PolicyAction): readonly string[] => Object.values(args).flatMap((value) => (typeof value === 'string' ? [value] : Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []))

/** As it was right after a commit; the branches are those of today. */
function pastView(tract: TractHandle, commit: Commit, declined: ReadonlySet<string>): PolicyView {
  return viewOf(tract, {
    status: () => statusAt(tract, commit),
    context: () => compile(tract, { at: commit.hash }),
    recent: (limit) => log(tract, { from: commit.hash, limit }).items,
    now: commit.createdAt,
    declined: () => declined,
  })
}

function statusAt(tract: TractHandle, { hash, generation }: Commit): Status {
  const { read } = tract.file.db
  const { budget, encoding } = configOf(tract)
  const { tokens, messages } = contextTotals(tract, getCommit(read, findOwnKey(read, tract.key, hash) ?? fail(hash)), encoding)
  return { ...status(tract), commitCount: generation + 1, messageCount: messages, tokenCount: tokens, tokenSource: 'estimate', reported: null, budget: budgetStatus(tokens, budget) }
}

function fail(hash: string): never {
  throw new Error(`BUG: the log has a commit ${hash} that is not here`)
}
