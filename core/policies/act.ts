import { configOf } from '../history/configOf.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { operationUnderWay } from '../journal/operations.ts'
import { lastOperationBy } from '../journal/lastOperation.ts'
import { transact } from '../journal/transact.ts'
import type { Autonomy } from '../model/autonomy.ts'
import type { Policy, PolicyAction } from '../model/policy.ts'
import type { ProposedAction } from '../model/proposal.ts'
import { leastOf, verdictOf } from '../model/verdict.ts'
import { situationOf } from '../proposals/notes.ts'
import { findHolding, nameOf, propose } from '../proposals/propose.ts'
import { review } from '../proposals/review.ts'
import type { Toolbox } from '../proposals/toolbox.ts'
import { attachedTo } from './attached.ts'
import { memoryOf } from './memory.ts'
import { type Outcome, tell } from './tell.ts'

/** How long a policy whose act failed lets the same matter rest. */
const restMs = 600_000
/** How long its proposals wait for somebody. */
const waitMs = 7 * 86_400_000

/** Does what a policy wants, or proposes it, or holds it back: as the lowest level that holds for it says. */
export function act(tract: TractHandle, toolbox: Toolbox, policy: Policy, action: PolicyAction): void {
  const situation = situationOf(nameOf(tract), action, action.situation)
  const held = heldBack(tract, policy, action, situation)
  if (held !== null) return tell(tract, policy, action, situation, { kind: 'held', because: held })
  try {
    if (action.tool === 'orchestrate') return hand(tract, policy, action, situation)
    const { action: checked, risk } = toolbox.check(tract, action.tool, action.args)
    switch (verdictOf(risk, levelOf(tract, policy))) {
      case 'runs':
        return run(tract, toolbox, policy, action, checked, situation)
      case 'proposed':
      case 'refused':
        return ask(tract, toolbox, policy, action, situation)
    }
  } catch (error) {
    failed(tract, policy, error, action, situation)
  }
}

/** The most a policy does by itself: what the tract allows, and what it allows itself. */
export const levelOf = (tract: TractHandle, policy: Pick<Policy, 'autonomy'>): Autonomy => leastOf(configOf(tract).autonomy ?? 'collaborative', policy.autonomy)

type Because = Extract<Outcome, { kind: 'held' }>['because']

function heldBack(tract: TractHandle, policy: Policy, action: PolicyAction, situation: string): Because | null {
  if (attachedTo(tract).running.has(policy.name)) return 'running'
  const earlier = findHolding(tract, situation)
  if (earlier) return earlier.record.state.kind === 'rejected' ? 'rejectedBefore' : 'alreadyProposed'
  const memory = memoryOf(tract)
  const last = memory.last(policy.name, situation)
  if (last && memory.isUndone(last)) return 'rejectedBefore'
  const now = tract.file.ports.clock.now() * 1000
  if (last?.outcome.kind === 'executed' && action.situation !== undefined) return 'cooldown'
  if (last?.outcome.kind === 'failed' && now - last.at < restMs * 1000) return 'cooldown'
  const { cooldownMs = 0 } = policy
  const latest = cooldownMs > 0 ? memory.lastAct(policy.name) : undefined
  return latest && now - latest.at < cooldownMs * 1000 ? 'cooldown' : null
}

function ask(tract: TractHandle, toolbox: Toolbox, policy: Policy, action: PolicyAction, situation: string): void {
  const { tool, args, reason } = action
  const asked = propose(tract, toolbox, {
    tool, args: args, reasoning: reason, replaces: tool !== 'annotate', expiresAt: tract.file.ports.clock.now() + waitMs,
    ...(action.situation === undefined ? {} : { situation: action.situation }),
  })
  if (asked.kind === 'held') return tell(tract, policy, action, situation, { kind: 'held', because: asked.because })
  tell(tract, policy, action, situation, { kind: 'proposed', proposal: asked.proposal.id })
  const { reviewing } = attachedTo(tract)
  if (reviewing) begin(tract, policy, (signal) => review({ ...tract, author: reviewing.as }, toolbox, asked.proposal, reviewing.reviewer, signal))
}

/** At once, and then as one operation with the policy's name; where a model has to write first, as soon as it has written. */
function run(tract: TractHandle, toolbox: Toolbox, policy: Policy, action: PolicyAction, checked: ProposedAction, situation: string): void {
  if (toolbox.asksModel(checked)) {
    return begin(tract, policy, async (signal) => {
      try {
        await toolbox.run(tract, checked, { signal })
        tell(tract, policy, action, situation, { kind: 'executed', operation: lastOperationBy(tract) })
      } catch (error) {
        failed(tract, policy, error, action, situation)
      }
    })
  }
  transact(tract, { verb: 'policy', detail: policy.name }, () => {
    void toolbox.run(tract, checked, {})
    const made = operationUnderWay(tract)
    if (made) tell(tract, policy, action, situation, { kind: 'executed', operation: made.id })
  })
}

function hand(tract: TractHandle, policy: Policy, action: Extract<PolicyAction, { tool: 'orchestrate' }>, situation: string): void {
  const { orchestrator } = attachedTo(tract)
  if (orchestrator === null) return tell(tract, policy, action, situation, { kind: 'held', because: 'running' })
  begin(tract, policy, async () => {
    try {
      await orchestrator(action.args.task, { autonomy: levelOf(tract, policy), policy: policy.name })
    } catch (error) {
      failed(tract, policy, error, action, situation)
    }
  })
}

/** What takes long goes on beside the conversation, and ends with the file. */
function begin(tract: TractHandle, policy: Policy, body: (signal: AbortSignal) => Promise<unknown>): void {
  const { file } = tract
  const { running } = attachedTo(tract)
  const ending = new AbortController()
  const end = () => ending.abort()
  file.closing.add(end)
  const done = body(ending.signal).catch((error: unknown) => file.ports.log('error', 'a policy could not end what it began', { policy: policy.name, found: String(error) })).then(() => {
    file.closing.delete(end)
    running.delete(policy.name)
  })
  running.set(policy.name, done)
}

/** Tells that it could not be done; `action` is missing where the policy's own code failed. */
export function failed(tract: TractHandle, policy: Policy, error: unknown, action?: PolicyAction, situation = 'evaluate'): void {
  const wanted: PolicyAction = action ?? { tool: 'status', args: {}, reason: 'The policy could not look: its own code failed.' }
  tell(tract, policy, wanted, situation, { kind: 'failed', error })
}
