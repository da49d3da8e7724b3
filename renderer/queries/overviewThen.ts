import type { TractOverview } from '../../main/contract/tracts.ts'
import type { BudgetStatus } from '../../core/model/budget.ts'
import type { CommitHash } from '../../core/model/ids.ts'
import type { TractView } from '../../core/model/operation.ts'
import type { AsOf } from '../state/asOf.ts'

/** What the frame around the panes shows then: branches, settings and size of that moment, with nothing to write on. */
export function overviewThen(now: TractOverview, { view, branch, tokens }: AsOf): TractOverview {
  const commit = commitThen(view, branch)
  const config = { ...now.config, ...view.config }
  return {
    ...now,
    config,
    branches: view.branches.map((one) => ({ ...one, isCurrent: one.name === branch })),
    detached: commit === null ? null : { at: commit, branches: [] },
    status: { ...now.status, tokenCount: tokens, tokenSource: 'estimate', reported: null, budget: budgetThen(config.budget?.maxTokens ?? null, tokens), pending: { partials: 0, merge: null } },
  }
}

/** The end of a branch then; where HEAD was on a bare step, and no branch was chosen, that step. */
export function commitThen({ head, branches }: TractView, branch: string): CommitHash | null {
  const end = branches.find(({ name }) => name === branch)?.commit
  return end ?? head.commit
}

/** The branch that was open then, or the one that was chosen, where it was there. */
export function branchThen({ head, branches }: TractView, chosen: string | null): string {
  if (chosen !== null && branches.some(({ name }) => name === chosen)) return chosen
  return head.kind === 'attached' ? head.branch : (branches.find(({ commit }) => commit !== null)?.name ?? 'main')
}

function budgetThen(max: number | null, used: number): BudgetStatus | null {
  return max === null ? null : { max, used, pct: (used / max) * 100, over: used > max }
}
