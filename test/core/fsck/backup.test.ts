import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Workspace } from '../../../core/workspace.ts'
import { faultOfPromise } from '../../helpers/faultOf.ts'
import { makeFullFile } from '../../helpers/fullFile.ts'
import { damagedFiles } from '../../helpers/damagedFiles.ts'
import { meddle } from '../../helpers/journalOf.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'

test('a backup holds the very same, says so, and leaves nothing beside it', async () => {
  using folder = tempFolder()
  await makeFullFile(folder.file())
  using workspace = Workspace.open(folder.file())
  const saved = await workspace.backup(folder.file('copy.tract'))
  using copy = Workspace.open(folder.file('copy.tract'), { access: 'read' })
  expect([saved, copy.fsck('deep').findings, copy.fsck().digest, workspace.id === copy.id]).toEqual([
    { path: folder.file('copy.tract'), sizeBytes: readFileSync(folder.file('copy.tract')).length, digest: workspace.fsck().digest }, [], workspace.fsck().digest, true,
  ])
  expect(readdirSync(folder.path).filter((name) => name.includes('unfinished'))).toEqual([])
})

test('a workspace in memory can be backed up, and its digest is not that of another content', async () => {
  using folder = tempFolder()
  using workspace = Workspace.open()
  const tract = workspace.create({ name: 'n' })
  tract.user('hi')
  const first = await workspace.backup(folder.file())
  tract.user('more')
  const second = await workspace.backup(folder.file())
  using copy = Workspace.open(folder.file())
  expect([first.digest === second.digest, copy.get('n').log().items.length]).toEqual([false, 2])
})

test('what is written while a backup runs is in it or after it, and both are whole', async () => {
  using folder = tempFolder()
  using workspace = Workspace.open(folder.file())
  const tract = workspace.create({ name: 'n' })
  for (let i = 0; i < 200; i++) tract.user(`message ${i} ${'x'.repeat(500)}`)
  const saving = workspace.backup(folder.file('copy.tract'))
  for (let i = 0; i < 50; i++) tract.user(`meanwhile ${i}`)
  await saving
  tract.user('afterwards')
  using copy = Workspace.open(folder.file('copy.tract'), { access: 'read' })
  const { length } = copy.get('n').log({ limit: 500 }).items
  expect([copy.fsck().findings, length >= 200 && length <= 250, workspace.fsck().findings]).toEqual([[], true, []])
})

test('what can not be saved says why, and nothing is left or touched', async () => {
  using folder = tempFolder()
  await makeFullFile(folder.file())
  using workspace = Workspace.open(folder.file())
  mkdirSync(folder.file('folder'))
  writeFileSync(folder.file('open.tract'), 'a')
  writeFileSync(folder.file('open.tract-wal'), 'b')
  const before = readdirSync(folder.path)
  const stopped = new AbortController()
  stopped.abort(new Error('enough'))
  expect([
    await faultOfPromise(workspace.backup(folder.file())),
    await faultOfPromise(workspace.backup(folder.file('open.tract'))),
    await faultOfPromise(workspace.backup(folder.file('folder'))),
    await faultOfPromise(workspace.backup(folder.file('no/such/copy.tract'))),
    await workspace.backup(folder.file('copy.tract'), { signal: stopped.signal }).catch((error: unknown) => (error as Error).message),
    readdirSync(folder.path),
  ]).toEqual(['file/exists-open', 'file/exists-open', 'file/save-failed', 'file/save-failed', 'enough', before])
})

test('a damaged file gives no backup that looks whole', async () => {
  using folder = tempFolder()
  await makeFullFile(folder.file())
  damagedFiles.add(folder.file())
  meddle(folder.file(), `update blobs set "text" = 'forged' where "text" = 'Said meanwhile.'`)
  using workspace = Workspace.open(folder.file())
  expect([await faultOfPromise(workspace.backup(folder.file('copy.tract'))), readdirSync(folder.path).includes('copy.tract')]).toEqual(['file/save-failed', false])
})

test('a copy that can not be saved is told by the name it was to have', async () => {
  using folder = tempFolder()
  await makeFullFile(folder.file())
  damagedFiles.add(folder.file())
  meddle(folder.file(), `update blobs set "text" = 'forged' where "text" = 'Said meanwhile.'`)
  using workspace = Workspace.open(folder.file())
  const paths = [folder.file('copy.tract'), folder.file('no/such/copy.tract')]
  const saves = paths.flatMap((path) => [workspace.backup(path), workspace.repairCopy(join(path, 'copy.tract'))])
  const told = await Promise.all(saves.map((save) => save.then(() => 'saved', (error: Error) => error.message)))
  expect(told.map((text) => [/\.tract could not be saved: /.test(text), text.includes('.unfinished')])).toEqual(saves.map(() => [true, false]))
})
