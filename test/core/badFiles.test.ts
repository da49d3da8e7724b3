import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { Tract, Workspace } from 'tract-studio'
import { damagedFiles } from '../helpers/damagedFiles.ts'
import { tempFolder, type TempFolder } from '../helpers/tempFolder.ts'
import { told, toldBy, type Told, unusable } from '../helpers/told.ts'

describe('a file that can not be opened says why, and stays as it is', () => {
  const files: readonly (readonly [what: string, make: (path: string) => void, told: (path: string) => Told])[] = [
    ['1: an empty file', (path) => writeFileSync(path, ''), (path) => told('file/not-tract', `${path} is not a Tract file: it is empty. It was not touched.`)],
    ['2: a text', (path) => writeFileSync(path, 'Dear diary, '.repeat(99)), (path) => told('file/not-tract', `${path} is not a Tract file: it has no SQLite header. It was not touched.`)],
    ['3: a database of another program', (path) => changed(path, 'create table notes (text)'), (path) => told('file/not-tract', `${path} is not a Tract file: it is a database of another program. It was not touched.`)],
    ['4: a file of a newer version', (path) => (madeAt(path), changed(path, 'pragma user_version = 900')), (path) => told('file/newer', `${path} was made by a newer version of Tract Studio (format 900). It was not touched.`, 'Update Tract Studio to open it.')],
    ['5: half a file', (path) => (madeAt(path), writeFileSync(path, readFileSync(path).subarray(0, 8192))), (path) => told('file/damaged', `${path} is damaged: database disk image is malformed.`, 'Keep the file, and open a backup.')],
  ]
  const ways: readonly (readonly [way: string, open: (path: string) => { close(): void }])[] = [
    ['opened', (path) => Workspace.open(path, { ifMissing: 'fail' })], ['opened to read', (path) => Workspace.open(path, { access: 'read' })], ['loaded', (path) => Workspace.load(path)],
  ]
  test.each(files.flatMap(([what, make, expected]) => ways.map(([way, open]) => [what, way, make, open, expected] as const)))('%s, %s', (_what, _way, make, open, expected) => {
    using folder = tempFolder()
    const path = folder.file()
    damagedFiles.add(path)
    make(path)
    const before = sha(path)
    expect(toldBy(() => open(path).close())).toEqual(expected(path))
    expect(sha(path)).toBe(before)
  })

  test('no such file', () => {
    using folder = tempFolder()
    const path = folder.file()
    expect(ways.map(([, open]) => toldBy(() => open(path).close())).slice(1).concat(toldBy(() => Workspace.open(path, { ifMissing: 'fail' })))).toEqual(Array(3).fill(told('file/not-found', `There is no file ${path}.`)))
  })
})

describe('a file that can not be written', () => {
  test('9: because it was opened to read', () => {
    using folder = tempFolder()
    madeAt(folder.file())
    using tract = Tract.open(folder.file(), { access: 'read' })
    const path = folder.file()
    expect(toldBy(() => tract.user('x'))).toEqual(told('file/read-only', `${path} can't be written: it was opened for reading, or it is write-protected.`, 'Open a copy to write.'))
    expect(tract.status().messageCount).toBe(2)
  })

  test('10: because it was moved away while open', () => {
    using folder = tempFolder()
    const path = folder.file()
    madeAt(path)
    damagedFiles.add(path)
    using tract = Tract.open(path)
    renameSync(path, folder.file('elsewhere.tract'))
    const message = `${path} was moved or replaced by another program while it was open.`
    expect(toldBy(() => tract.user('x'))).toEqual(told('file/moved', message, 'Put it back, or open it again from its new place. Nothing more is written until then.'))
    renameSync(folder.file('elsewhere.tract'), path)
    expect([tract.user('x').kind, tract.status().messageCount]).toEqual(['append', 3])
  })
})

/** A file as it was at three times, each time shut properly, and the logs that lay beside it meanwhile; and another file with its log. */
function makeCopies(folder: TempFolder): { path(name: string): string; texts(path: string): readonly unknown[] } {
  const path = (name: string) => folder.file(`${name}.kept`)
  const work = (file: string, name: string, texts: number) => {
    using tract = Tract.open(folder.file(file))
    for (let i = 0; i < texts; i++) tract.user(`${name} ${i} ${'and so on '.repeat(20)}`)
    copyFileSync(`${folder.file(file)}-wal`, path(`${name}.log`))
  }
  for (const [name, texts] of [['early', 5], ['middle', 120], ['late', 5]] as const) {
    work('work.tract', name, texts)
    copyFileSync(folder.file('work.tract'), path(name))
  }
  work('other.tract', 'other', 40)
  return { path, texts: (file) => textsIn(() => Tract.open(file)) }
}
function textsIn(open: () => Tract & Disposable): readonly unknown[] {
  using tract = open()
  return tract.compile().messages.map(({ content }) => content.slice(0, 8))
}

describe('8: a log that lies beside a file and is not its own', () => {
  test.each<[string, string, string]>([
    ['an older one of the same file', 'late', 'early.log'],
    ['one of another file', 'middle', 'other.log'],
    ['a later one, of which the beginning is missing, beside a backup', 'early', 'late.log'],
  ])('%s is moved aside and told; the file is as it was', (_, main, log) => {
    using folder = tempFolder()
    const { path, texts } = makeCopies(folder)
    const [file, aside] = [folder.file(), `${folder.file()}-wal.bak`]
    const expected = texts(path(main))
    copyFileSync(path(main), file)
    copyFileSync(path(log), `${file}-wal`)
    const logged: unknown[] = []
    const read = [textsIn(() => Tract.open(file, { access: 'read' })), textsIn(() => Tract.load(file))]
    const untouched = [sha(file) === sha(path(main)), sha(`${file}-wal`) === sha(path(log)), existsSync(aside)]
    {
      using tract = Tract.open(file, { ports: { log: (...said) => void logged.push(said) } })
      tract.user('the next')
    }
    using tract = Tract.open(file)
    expect([read, untouched, texts(file), tract.workspace.fsck('deep').findings, sha(aside) === sha(path(log))]).toEqual([[expected, expected], [true, true, false], [...expected, 'the next'], [], true])
    const message = `A leftover file beside ${file}, with the ending -wal, belongs to another copy of it or to another file.`
    expect(logged).toEqual([['warn', message, { code: 'file/foreign-log', hint: `It was moved to ${aside}, and the file was opened without it.` }]])
  })

  test('a second one gets another name, and the first stays', () => {
    using folder = tempFolder()
    const { path } = makeCopies(folder)
    const file = folder.file()
    for (const log of ['early.log', 'other.log']) {
      copyFileSync(path('late'), file)
      copyFileSync(path(log), `${file}-wal`)
      Tract.open(file).close()
    }
    expect(['-wal.bak', '-wal.2.bak'].map((ending) => sha(file + ending))).toEqual([sha(path('early.log')), sha(path('other.log'))])
  })

  test.each([['that goes on where it ends', 'early', 'middle.log', 'late'], ['that it has in it already', 'late', 'late.log', 'late']])('its own log, %s, is read as ever', (_, main, log, same) => {
    using folder = tempFolder()
    const { path, texts } = makeCopies(folder)
    copyFileSync(path(main), folder.file())
    copyFileSync(path(log), `${folder.file()}-wal`)
    const expected = texts(path(same)).filter((text) => same === main || !String(text).startsWith('late'))
    expect([texts(folder.file()), readdirSync(folder.path).filter((name) => name.endsWith('.bak'))]).toEqual([expected, []])
  })
})

test('options for opening that there are not are refused before anything is opened', () => {
  using folder = tempFolder()
  const path = folder.file()
  const says = [{ access: 'readonly' }, { access: false }, { ifMissing: 'throw' }].map((options) => toldBy(() => Workspace.open(path, options as never).close()))
  expect([says, existsSync(path)]).toEqual([
    [unusable('access must be one of write, read, not "readonly"'), unusable('access must be one of write, read, not false'), unusable('ifMissing must be one of create, fail, not "throw"')], false,
  ])
})

function madeAt(path: string): void {
  using tract = Tract.open(path)
  tract.user('One.')
  tract.user('Two.')
}

function changed(path: string, sql: string): void {
  const driver = new BetterSqlite3(path)
  driver.exec(sql)
  driver.close()
}

const sha = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')
