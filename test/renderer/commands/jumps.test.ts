import { describe, expect, test } from 'vitest'
import { Tract } from '../../../core/index.ts'
import { branchesMoved } from '../../../renderer/commands/branchesMoved.ts'
import { isFar } from '../../../renderer/commands/jump.ts'
import { touchedBy } from '../../../renderer/commands/touchedBy.ts'

/** What undo would do after some acts, as the host foresees it, beside the messages shown before. */
function undoing(act: (tract: Tract) => unknown) {
  using tract = Tract.open()
  for (const text of ['a', 'b', 'c']) tract.user(text)
  const ids = tract.transcript().items.map(({ messageId }) => messageId)
  act(tract)
  const shown = tract.transcript().items.map(({ messageId }) => messageId)
  return { ids, shown, preview: tract.dryRun(() => tract.undo()) }
}
const many = (tract: Tract, count: number) => tract.batch(() => { for (let at = 0; at < count; at += 1) tract.user(`${at}`) })

describe('how far undo reaches', () => {
  test.each([
    ['one message', (tract: Tract) => tract.user('d'), ['main'], false],
    ['twenty steps at once', (tract: Tract) => many(tract, 20), ['main'], false],
    ['twenty-one', (tract: Tract) => many(tract, 21), ['main'], true],
    ['a merge that removed the name of the other branch', (tract: Tract) => { tract.branch('side'); tract.user('d'); tract.switch('main'); tract.merge('side', { noFf: true, deleteBranch: true }) }, ['main', 'side'], true],
    ['another name for a branch', (tract: Tract) => tract.renameBranch('main', 'trunk'), ['main'], false],
    ['a bookmark', (tract: Tract) => tract.tag('here'), [], false],
    ['opening a branch that is far from this one', (tract: Tract) => { tract.branch('side'); many(tract, 40); tract.switch('main'); tract.switch('side') }, [], false],
  ] as const)('%s', (_, act, branches, far) => {
    const { preview } = undoing(act)
    expect([branchesMoved(preview.effect.refs).map(({ ref }) => ref).toSorted(), isFar(preview)]).toEqual([branches, far])
  })
})

describe('where undo is to be seen', () => {
  test.each([
    ['a correction: at its message', (tract: Tract) => tract.edit('HEAD~1', 'B'), 1],
    ['a hidden step: at that one', (tract: Tract) => tract.annotate('HEAD~2', 'skip'), 0],
    ['a message: at the one before it', (tract: Tract) => tract.user('d'), 2],
    ['an end that was moved back: at the first that comes again', (tract: Tract) => tract.reset('HEAD~2'), 1],
    ['going to a step: nowhere in particular', (tract: Tract) => tract.checkout('HEAD~2'), null],
  ] as const)('%s', (_, act, at) => {
    const { ids, shown, preview } = undoing(act)
    expect(touchedBy(preview.effect, shown)).toBe(at === null ? null : ids[at])
  })
})
