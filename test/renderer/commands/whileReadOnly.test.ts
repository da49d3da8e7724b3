import { expect, test } from 'vitest'
import { currentContext } from '../../../renderer/commands/context.ts'
import { commandList } from '../../../renderer/commands/registry.ts'
import { readOnlyWords } from '../../../renderer/commands/whileReadOnly.ts'

const opened = { ...currentContext(), app: { file: { readOnly: 'chosen' } } as never }
const refused = commandList.filter((command) => command.whyNot(opened) === readOnlyWords).map(({ id }) => id)

test.each(['step.pin', 'step.edit', 'step.branch', 'step.bookmark', 'step.goTo', 'branch.merge', 'branch.rename', 'tract.rename', 'chat.send', 'chat.append', 'chat.retry', 'history.undo', 'operation.restore', 'review.accept', 'sample.open'])(
  '%s is refused in a file that can only be read',
  (id) => {
    expect(refused).toContain(id)
  },
)

test.each(['step.copy', 'step.compare', 'xray.why', 'search.open', 'operation.show', 'branch.switch', 'file.openCopy', 'view.graph'])('%s is not', (id) => {
  expect([commandList.map((command) => command.id), refused.includes(id as never)]).toEqual([expect.arrayContaining([id]), false])
})

test('none is refused so in a file that can be written', () => {
  expect(commandList.filter((command) => command.whyNot({ ...opened, app: { file: { readOnly: null } } as never }) === readOnlyWords)).toEqual([])
})
