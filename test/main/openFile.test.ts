import { chmodSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Fault } from '../../core/model/fault.ts'
import { realPorts } from '../../core/realPorts.ts'
import { Workspace } from '../../core/workspace.ts'
import { openFile } from '../../main/openFile.ts'
import { startChild } from '../helpers/children.ts'
import type { Opened } from '../helpers/protectedFileChild.ts'
import { tempFolder } from '../helpers/tempFolder.ts'

const codeOf = (act: () => unknown): unknown => {
  try {
    return act()
  } catch (error) {
    return Fault.is(error) ? error.code : error
  }
}

function made(path: string): void {
  using workspace = Workspace.open(path)
  workspace.create({ name: 'Garden' })
}

test('a file that is not there is made, with a tract to talk in', () => {
  using folder = tempFolder()
  const { workspace, readOnly } = openFile(folder.file('new/First.tract'), 'write', realPorts)
  using _ = workspace
  expect([readOnly, workspace.list().map(({ name }) => name)]).toEqual([null, ['Untitled tract']])
})

test('a file that is opened to read takes no changes, and nothing is made for it', () => {
  using folder = tempFolder()
  made(folder.file())
  const { workspace, readOnly } = openFile(folder.file(), 'read', realPorts)
  using _ = workspace
  expect([readOnly?.why, workspace.list().length, codeOf(() => workspace.create()), codeOf(() => openFile(folder.file('none.tract'), 'read', realPorts))]).toEqual(['chosen', 1, 'file/read-only', 'file/not-found'])
})

test('a file without a tract can\'t be opened to read: there would be nothing to look at', () => {
  using folder = tempFolder()
  Workspace.open(folder.file()).close()
  expect(codeOf(() => openFile(folder.file(), 'read', realPorts))).toBe('file/read-only')
})

describe.skipIf(process.platform === 'win32')('a write-protected file', { timeout: 60_000 }, () => {
  test.each([['the file', 0o444, 0o777], ['its folder', 0o666, 0o555], ['both', 0o444, 0o555]] as const)('(%s) is opened to read, and stays as it is', async (_, fileMode, folderMode) => {
    using folder = tempFolder()
    made(folder.file())
    const before = readFileSync(folder.file())
    chmodSync(folder.file(), fileMode)
    chmodSync(folder.path, folderMode)
    try {
      const child = startChild<Opened>('protectedFileChild.ts', folder.file())
      await child.ended()
      expect([child.lines, readFileSync(folder.file()).equals(before)]).toEqual([[{ readOnly: 'protected', tracts: ['Garden'], wrote: 'file/read-only' }], true])
    } finally {
      chmodSync(folder.path, 0o777)
    }
  })
})
