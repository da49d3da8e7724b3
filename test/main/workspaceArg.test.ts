import { expect, test } from 'vitest'
import { workspaceFrom } from '../../main/workspaceArg.ts'

test.each([
  [['--workspace', 'a.tract'], '/here/a.tract'],
  [['--other', 'b.tract'], '/here/b.tract'],
  [['/there/c.tract'], '/there/c.tract'],
  [['.', '--inspect=0'], null],
  [['--workspace'], null],
])('%j names %j', (args, path) => {
  expect(workspaceFrom(args, '/here')).toBe(path)
})
