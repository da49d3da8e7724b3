import { copyFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { expect, test } from 'vitest'
import { Tract, Workspace } from '../../core/index.ts'
import { findForeignLog, setLogAside } from '../../core/store/leftoverLog.ts'
import { faultOf } from '../helpers/faultOf.ts'
import { type TempFolder, tempFolder } from '../helpers/tempFolder.ts'

const connect = (from: string | Buffer, readonly: boolean) => new BetterSqlite3(from, { readonly })
const asides = (folder: TempFolder): readonly string[] => readdirSync(folder.path).filter((name) => name.endsWith('.bak'))

/** What a kill would leave at this moment: the file, and its log beside it. */
function leftAs(from: string, to: string): string {
  copyFileSync(from, to)
  copyFileSync(`${from}-wal`, `${to}-wal`)
  return to
}

test('a file whose first opening failed before it had an id keeps all that was said in it, though all of that lies in its log', () => {
  using folder = tempFolder()
  const file = folder.file()
  const noIds = { next: () => { throw new Error('no ids today') } }
  expect(() => Workspace.open(file, { ports: { ids: noIds } })).toThrow('no ids today')
  using tract = Tract.open(file)
  tract.user('Keep me.')
  using again = Tract.open(leftAs(file, folder.file('killed.tract')))
  expect([again.compile().messages.map(({ content }) => content), asides(folder)]).toEqual([['Keep me.'], []])
})

test.each(['read', 'write'] as const)('a file that a newer version was bringing up to date when it was killed is refused as newer (%s); its log stays', (access) => {
  using folder = tempFolder()
  const file = folder.file()
  Tract.open(file).close()
  const newer = connect(file, false)
  newer.exec('alter table journal rename to entries; pragma user_version = 99')
  const killed = leftAs(file, folder.file('killed.tract'))
  newer.close()
  expect([faultOf(() => Workspace.open(killed, { access })), faultOf(() => Workspace.load(killed)), asides(folder)]).toEqual(['file/newer', 'file/newer', []])
})

test('what another process has put in the place of a foreign log meanwhile is left alone', () => {
  using folder = tempFolder()
  const [file, other] = [folder.file(), folder.file('other.tract')]
  Tract.open(file).close()
  using tract = Tract.open(other)
  tract.user('another file')
  copyFileSync(`${other}-wal`, `${file}-wal`)
  const found = findForeignLog(file, connect)!
  renameSync(`${file}-wal`, `${file}-wal.bak`)
  const whenGone = setLogAside(file, found)
  writeFileSync(`${file}-wal`, 'the log of the one that was quicker')
  expect([whenGone, setLogAside(file, found), asides(folder).length]).toEqual([null, null, 1])
})
