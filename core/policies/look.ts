import { writePosition } from '../history/refs/position.ts'
import type { Done, OpenWorkspace, TractHandle } from '../journal/openWorkspace.ts'
import { isWalk } from '../journal/progress.ts'
import { Fault } from '../model/fault.ts'
import type { Policy } from '../model/policy.ts'
import type { Toolbox } from '../proposals/toolbox.ts'
import { readHead } from '../store/tracts.ts'
import { type Attached, attachedTo, policiesOf } from './attached.ts'
import { act, failed } from './act.ts'
import { declinedOf } from './declined.ts'
import { viewNow } from './policyView.ts'

/** Lets a file's policies look after every operation that people and programs make on its tracts. Ends with the file. */
export function watchWith(file: OpenWorkspace, toolbox: Toolbox): void {
  file.acted.add((tract, done) => lookAfter(tract, toolbox, done))
}

/** Holds a tract's policies back until it is disposed; what was missed is looked at once then. */
export function holdPolicies(tract: TractHandle, toolbox: Toolbox): Disposable {
  const attached = attachedTo(tract)
  attached.holds += 1
  return {
    [Symbol.dispose]: () => {
      attached.holds -= 1
      const { missed } = attached
      if (attached.holds > 0 || missed === null) return
      attached.missed = null
      lookAt(missed, toolbox, policiesOf(missed), attached)
    },
  }
}

/** An operation is over and in the file whatever its policies find: nothing that goes wrong here goes back to it. */
function lookAfter(tract: TractHandle, toolbox: Toolbox, done: Done): void {
  try {
    if (!isOfPeople(tract, done)) return
    const policies = policiesOf(tract).filter((policy) => isDue(tract, policy, done))
    if (policies.length === 0) return
    const attached = attachedTo(tract)
    if (attached.holds > 0 || attached.isLooking) attached.missed = tract
    else lookAt(tract, toolbox, policies, attached)
  } catch (error) {
    tract.file.ports.log('error', 'policies could not look', { found: String(error) })
  }
}

/** Their own acts start nothing, and undo is a person's last word. */
const isOfPeople = ({ author }: TractHandle, { act: { verb, of } }: Done): boolean =>
  author.kind !== 'policy' && author.kind !== 'orchestrator' && of === undefined && !isWalk({ verb }) && verb !== 'propose' && verb !== 'lapse' && verb !== 'configure'

function isDue(tract: TractHandle, { name, trigger }: Policy, { facts }: Done): boolean {
  if (trigger === 'commit') return facts.includes('commit_created')
  if (trigger === 'compile') return facts.includes('usage_recorded')
  if (trigger === 'turn') return facts.includes('commit_created') && facts.includes('usage_recorded')
  const { lookedAt } = attachedTo(tract)
  const [now, last] = [tract.file.ports.clock.now(), lookedAt.get(name)]
  if (last !== undefined && now - last < trigger.everyMs && now >= last) return false
  lookedAt.set(name, now)
  return true
}

function lookAt(tract: TractHandle, toolbox: Toolbox, policies: readonly Policy[], attached: Attached): void {
  const there = standing(tract)
  if (there === null) return
  attached.isLooking = true
  try {
    for (const policy of policies) lookWith(there, toolbox, policy)
  } finally {
    attached.isLooking = false
  }
}

/** Where HEAD is, `switch` and the like move HEAD; elsewhere the handle's own branch. null where nothing can be written. */
function standing(tract: TractHandle): TractHandle | null {
  const { branch } = readHead(tract.file.db.read, tract.key)
  const there = tract.branch === branch ? { ...tract, branch: null } : tract
  try {
    writePosition(there.file.db.read, there)
    return there
  } catch (error) {
    if (Fault.is(error)) return null
    throw error
  }
}

/** Each sees what the one before it did. */
function lookWith(tract: TractHandle, toolbox: Toolbox, policy: Policy): void {
  const handle: TractHandle = { ...tract, author: { kind: 'policy', id: policy.name } }
  try {
    const action = policy.evaluate(viewNow(handle, () => declinedOf(handle, policy)))
    if (action !== null) act(handle, toolbox, policy, action)
  } catch (error) {
    attachedTo(tract).broken.set(policy.name, error)
    failed(handle, policy, error)
  }
}
