import { expect, test } from 'vitest'
import { operationName } from '../../../renderer/words/operations.ts'
import { inWording } from '../../../renderer/words/words.ts'
import type { Operation, OperationCause } from '../../../core/model/operation.ts'
import type { OperationId } from '../../../core/model/ids.ts'

const of = 'x' as OperationId
const act = (verb: string, detail: string | null = null, commits = 1, cause: OperationCause = { kind: 'direct' }): Pick<Operation, 'verb' | 'detail' | 'cause' | 'commits'> => ({ verb, detail, cause, commits })
const acts = [
  act('annotate', 'skip'), act('annotate', 'skip', 4), act('annotate', 'pinned', 2), act('annotate', 'normal', 3), act('branch', 'cheap', 0), act('tag', 'good-run', 0),
  act('reset', 'a1b2c3d4e5f6a1b2', 0), act('annotate', 'pinned', 5, { kind: 'undo', of }), act('revert', 'annotate', 0, { kind: 'revert', of }), act('somethingNew'),
]

test('an act has a name for the buttons that take it back, with the number of steps it touched', () => {
  expect(acts.map(operationName)).toEqual([
    'hide from model', 'hide 4 steps', 'keep 2 steps always', '3 steps back to normal', 'new branch cheap', 'new bookmark good-run',
    'end of the branch at a1b2c3d4', 'undo of keep always', 'taking back of keep or hide', 'somethingNew',
  ])
})

test('in git’s words too', () => {
  expect(inWording('git', () => acts.map(operationName))).toEqual([
    'skip', 'skip 4 commits', 'pin 2 commits', 'annotate 3 commits normal', 'new branch cheap', 'new tag good-run',
    'reset to a1b2c3d4', 'undo of pin', 'revert of annotate', 'somethingNew',
  ])
})
