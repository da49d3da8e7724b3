import { chmodSync, copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { Workspace } from '../../../core/workspace.ts'
import { startChild } from '../../helpers/children.ts'
import { meddle } from '../../helpers/journalOf.ts'
import type { Visit } from '../../helpers/strangerChild.ts'
import { type TempFolder, tempFolder } from '../../helpers/tempFolder.ts'

type Rights = 'folder and file' | 'file' | 'folder'

/** Has somebody without rights look at a file; gives what they found, and what then lies in the folder. */
async function visit(folder: TempFolder, closed: Rights, access: 'read' | 'write'): Promise<{ readonly visit: Visit | undefined; readonly names: readonly string[]; readonly isUntouched: boolean }> {
  const before = readFileSync(folder.file())
  chmodSync(folder.file(), closed === 'folder' ? 0o666 : 0o444)
  chmodSync(folder.path, closed === 'file' ? 0o777 : 0o555)
  try {
    const child = startChild<Visit>('strangerChild.ts', folder.file(), access)
    await child.ended()
    return { visit: child.lines[0], names: readdirSync(folder.path), isUntouched: readFileSync(folder.file()).equals(before) }
  } finally {
    chmodSync(folder.path, 0o777)
  }
}

function written(folder: TempFolder): Workspace {
  const workspace = Workspace.open(folder.file())
  workspace.create({ name: 'n' }).user('hi')
  return workspace
}

const seen: Visit = { opened: 'none', shown: ['hi'], verified: 'intact', wrote: 'file/read-only' }

describe.skipIf(process.platform === 'win32')('a file on which one has no rights to write', { timeout: 60_000 }, () => {
  test.each<Rights>(['folder and file', 'folder'])('is read where nothing may be written beside it (%s write-protected), and nothing is', async (closed) => {
    using folder = tempFolder()
    written(folder).close()
    expect(await visit(folder, closed, 'read')).toEqual({ visit: seen, names: ['test.tract'], isUntouched: true })
  })

  test.each<['read' | 'write']>([['read'], ['write']])('alone is read, and takes no write, whichever way it is opened (%s)', async (access) => {
    using folder = tempFolder()
    written(folder).close()
    expect(await visit(folder, 'file', access)).toMatchObject({ visit: seen, isUntouched: true })
  })

  test('in a folder where nothing may be written is not opened to write', async () => {
    using folder = tempFolder()
    written(folder).close()
    const found = await visit(folder, 'folder and file', 'write')
    expect([found.visit?.opened.split(':')[0], found.names, found.isUntouched]).toEqual(['file/read-only', ['test.tract'], true])
  })

  test('is not read without the newest work, which lies in the log beside it', async () => {
    using folder = tempFolder()
    using workspace = written(folder)
    for (const ending of ['', '-wal']) copyFileSync(`${folder.file()}${ending}`, `${folder.file('left.tract')}${ending}`)
    using other = tempFolder()
    for (const ending of ['', '-wal']) copyFileSync(`${folder.file('left.tract')}${ending}`, `${other.file()}${ending}`)
    const found = await visit(other, 'folder and file', 'read')
    expect([found.visit?.opened, found.names, found.isUntouched, workspace.lastSeq()]).toEqual([
      `file/unusable: ${other.file()} can't be used: the newest work lies in ${other.file()}-wal, and can't be read where nothing may be written.`,
      ['test.tract', 'test.tract-wal'], true, 2,
    ])
  })

  test('is read with the newest work while its writer has it open', async () => {
    using folder = tempFolder()
    using workspace = written(folder)
    for (const ending of ['-wal', '-shm']) chmodSync(`${folder.file()}${ending}`, 0o444)
    expect([(await visit(folder, 'folder and file', 'read')).visit, workspace.lastSeq()]).toEqual([seen, 2])
  })

  test('of another kind, or damaged, says so as anywhere else', async () => {
    using folder = tempFolder()
    const other = new BetterSqlite3(folder.file())
    other.exec('pragma journal_mode = wal; create table t (a)')
    other.close()
    const foreign = await visit(folder, 'folder and file', 'read')
    using old = tempFolder()
    written(old).close()
    meddle(old.file(), 'pragma user_version = 1')
    const older = await visit(old, 'folder and file', 'read')
    using cut = tempFolder()
    written(cut).close()
    writeFileSync(cut.file(), readFileSync(cut.file()).subarray(0, 4096))
    const short = await visit(cut, 'folder and file', 'read')
    expect([foreign, older, short].map((found) => [found.visit?.opened.split(':')[0], found.names, found.isUntouched])).toEqual([
      ['file/not-tract', ['test.tract'], true], ['file/older', ['test.tract'], true], ['file/damaged', ['test.tract'], true],
    ])
  })
})
