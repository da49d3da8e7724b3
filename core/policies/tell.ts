import type { TractHandle } from '../journal/openWorkspace.ts'
import { transact } from '../journal/transact.ts'
import { asFault, toReport } from '../model/fault.ts'
import type { ProposalId } from '../model/ids.ts'
import type { JsonObject } from '../model/json.ts'
import type { Policy, PolicyAction } from '../model/policy.ts'
import { putWords } from '../proposals/notes.ts'
import { attachedTo } from './attached.ts'
import { entryOf } from './policyLog.ts'
import { memoryOf, type Noted, type NotedOutcome } from './memory.ts'

/** What became of what a policy wants. */
export type Outcome =
  | { readonly kind: 'executed'; readonly operation: number }
  | { readonly kind: 'proposed'; readonly proposal: ProposalId }
  | { readonly kind: 'held'; readonly because: 'alreadyProposed' | 'rejectedBefore' | 'cooldown' | 'running' }
  | { readonly kind: 'failed'; readonly error: unknown }

/** Tells it in the journal, and to whoever waits. That one is held back is told once, not after every operation. */
export function tell(tract: TractHandle, policy: Policy, action: PolicyAction, situation: string, outcome: Outcome): void {
  if (outcome.kind === 'held' && isTold(tract, policy, situation)) return
  const noted = transact(tract, { verb: 'policy', detail: policy.name }, (tx): Noted => {
    const said = putWords(tx, { tool: action.tool, args: action.args, reason: action.reason })
    const kept: NotedOutcome = outcome.kind === 'failed' ? { kind: 'failed', fault: putWords(tx, JSON.parse(JSON.stringify(toReport(asFault(outcome.error)))) as JsonObject) } : outcome
    const note: Noted = { policy: policy.name, situation, said, outcome: kept }
    tx.note({ type: 'policy_evaluated', payload: note })
    return note
  })
  attachedTo(tract).told.push(entryOf(tract.file.db.read, noted, tract.file.ports.clock.now()))
}

function isTold(tract: TractHandle, { name }: Policy, situation: string): boolean {
  const last = memoryOf(tract).lastOf(name)
  return last !== undefined && last.situation === situation && last.outcome.kind !== 'failed'
}
