import { afterEach, describe, expect, it } from 'vitest'
import type { MessageId, OperationId, TractId } from '../../../core/model/ids.ts'
import { LookingBack } from '../../../renderer/faults/faultOf.ts'
import { annotate, goTo, redo, startBranch, startBranchAfter, switchBranch, undo } from '../../../renderer/queries/acts.ts'
import { restore, revert } from '../../../renderer/queries/operations.ts'
import { refuseInThePast } from '../../../renderer/queries/refuseWhileLooking.ts'
import { showAsOf, showNow } from '../../../renderer/state/asOf.ts'

const tract = 'tr_then' as TractId
const operation = 'op_then' as OperationId
const message = 'a'.repeat(64) as MessageId
const head = { kind: 'attached', branch: 'main', commit: null } as const

describe('while all panes show a moment of the past', () => {
  afterEach(showNow)

  it.each<readonly [string, () => Promise<unknown>]>([
    ['a message is hidden', () => annotate(tract, 'main', [message], 'skip')],
    ['a branch is opened', () => switchBranch(tract, 'other')],
    ['one is begun', () => startBranch(tract, 'new', 'main')],
    ['one is begun behind a message', () => startBranchAfter(tract, 'main', message, 'new')],
    ['an old step is gone to', () => goTo(tract, message)],
    ['the last act is taken back', () => undo(tract)],
    ['it is done again', () => redo(tract)],
    ['everything is put back', () => restore(tract, operation)],
    ['one act is taken back', () => revert(tract, operation)],
  ])('it is refused that %s', async (_, act) => {
    showAsOf({ tract, operation, number: 1, of: 2, branch: 'main', chosen: null, tokens: 0, view: { head, branches: [], tags: [], config: {} } as never })
    await expect(act()).rejects.toEqual(new LookingBack('past'))
  })

  it('another tract is not held up by it', () => {
    showAsOf({ tract, operation, number: 1, of: 2, branch: 'main', chosen: null, tokens: 0, view: { head, branches: [], tags: [], config: {} } as never })
    expect(() => refuseInThePast('tr_other' as TractId)).not.toThrow()
  })
})
