import { expect, test } from 'vitest'
import type { CommitHash } from '../../../core/model/ids.ts'
import { currentContext } from '../../../renderer/commands/context.ts'
import { commandList } from '../../../renderer/commands/registry.ts'
import { lookingWords, pastWords } from '../../../renderer/commands/whileLooking.ts'

const looking = { ...currentContext(), at: 'a'.repeat(64) as CommitHash }
const refused = commandList.filter((command) => command.whyNot(looking) === lookingWords).map(({ id }) => id)

test.each(['step.pin', 'step.hide', 'step.normal', 'step.edit', 'step.retry', 'step.reset', 'step.put', 'branch.merge', 'branch.rebase', 'chat.retry'])('%s is refused while an old step is looked at', (id) => {
  expect(refused).toContain(id)
})

test.each(['step.copy', 'step.branch', 'step.bookmark', 'step.goTo', 'head.return', 'chat.send', 'chat.append', 'branch.switch', 'history.undo'])('%s is not', (id) => {
  expect([commandList.map((command) => command.id), refused.includes(id as never)]).toEqual([expect.arrayContaining([id]), false])
})

test('none is refused so on a branch', () => {
  expect(commandList.filter((command) => command.whyNot({ ...looking, at: null }) === lookingWords)).toEqual([])
})

const then = { ...looking, asOf: {} as never }
test.each(['xray.why', 'xray.then', 'xray.sent', 'step.copy', 'step.details'])('%s only reads, and can be asked for of a moment of the past', (id) => {
  expect(commandList.find((command) => command.id === id)?.whyNot(then)).not.toBe(pastWords)
})
