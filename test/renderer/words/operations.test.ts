import { expect, test } from 'vitest'
import { operationName } from '../../../renderer/words/operations.ts'
import type { OperationId } from '../../../core/model/ids.ts'

const direct = { kind: 'direct' } as const
const undoOf = { kind: 'undo', of: 'x' as OperationId } as const

test('an act has a name for the buttons that take it back', () => {
  const acts = [
    { verb: 'annotate', detail: 'skip', cause: direct },
    { verb: 'branch', detail: 'cheap', cause: direct },
    { verb: 'annotate', detail: 'pinned', cause: undoOf },
    { verb: 'somethingNew', detail: null, cause: direct },
  ] as const
  expect(acts.map(operationName)).toEqual(['hide from model', 'new branch cheap', 'undo of keep always', 'somethingNew'])
})
