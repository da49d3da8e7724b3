import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { Tract, Workspace } from '../../../core/index.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'

const old = join(import.meta.dirname, '../../migrations/fixtures/v2.tract.gz')

test('what is loaded holds everything, the newest work in the log included, and what is done to it stays in memory', () => {
  using folder = tempFolder()
  using tract = Tract.open(folder.file('talk.tract'))
  tract.user('In the log beside the file.')
  const before = [readFileSync(folder.file('talk.tract')), readFileSync(folder.file('talk.tract-wal')), tract.workspace.fsck('full').digest]

  using copy = Tract.load(folder.file('talk.tract'))
  const loaded = copy.workspace.fsck('full')
  copy.user('Only here.')
  copy.branch('side')
  copy.undo()

  expect({
    loaded: [loaded.ok, loaded.digest], copy: [copy.workspace.path, copy.status().messageCount, copy.workspace.verify().kind, copy.workspace.replay().kind], name: copy.name,
  }).toEqual({ loaded: [true, before[2]], copy: [null, 2, 'intact', 'same'], name: tract.name })
  expect([readFileSync(folder.file('talk.tract')), readFileSync(folder.file('talk.tract-wal')), tract.workspace.fsck('full').digest]).toEqual(before)
})

test('a loaded copy goes into a file of its own, and that one can be loaded again', async () => {
  using folder = tempFolder()
  {
    using tract = Tract.open(folder.file('talk.tract'))
    tract.user('First.')
  }
  using copy = Tract.load(folder.file('talk.tract'), { author: { kind: 'agent', id: 'reader' } })
  const { author } = copy.user('Second.')
  const saved = await copy.workspace.backup(folder.file('copy.tract'))
  using again = Workspace.load(folder.file('copy.tract'))
  expect([author, again.fsck('full').digest, again.list().map(({ messageCount }) => messageCount), readdirSync(folder.path).toSorted()]).toEqual([
    { kind: 'agent', id: 'reader' }, saved.digest, [2], ['copy.tract', 'talk.tract'],
  ])
})

test('an older format is brought up to date in memory, and neither the file nor its folder knows of it', () => {
  using folder = tempFolder()
  const bytes = gunzipSync(readFileSync(old))
  writeFileSync(folder.file('old.tract'), bytes)
  {
    using workspace = Workspace.load(folder.file('old.tract'))
    for (const { name } of workspace.list()) workspace.get(name).user('Written in the new format.')
    expect([workspace.list().length > 0, workspace.verify().kind]).toEqual([true, 'intact'])
  }
  expect([readFileSync(folder.file('old.tract')).equals(bytes), readdirSync(folder.path).filter((name) => !/-(wal|shm)$/.test(name))]).toEqual([true, ['old.tract']])
})
