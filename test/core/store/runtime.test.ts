import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkSqlite, isOlder, loadDriver, neededNode } from '../../../core/store/runtime.ts'
import { faultOf } from '../../helpers/faultOf.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'

const root = join(import.meta.dirname, '../../..')

test.each([
  ['22.11.9', '22.12.0', true],
  ['22.12.0', '22.12.0', false],
  ['9.0.0', '22.12.0', true],
  ['100.0.0', '22.12.0', false],
  ['24.0.0-nightly', '22.12.0', false],
  ['3.53', '3.53.0', false],
])('%s is older than %s: %s', (version, needed, expected) => expect(isOlder(version, needed)).toBe(expected))

test('an old Node or an old SQLite is refused by name, before anything is opened', () => {
  expect([faultOf(() => loadDriver('20.20.2')), faultOf(() => loadDriver(neededNode)), faultOf(() => checkSqlite('3.52.9')), faultOf(() => checkSqlite('3.53.0'))]).toEqual([
    'runtime/old-node', 'none', 'runtime/old-sqlite', 'none',
  ])
})

/** Another Node of this machine that is too old, where there is one. */
const oldNode = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'node')).find((path) => existsSync(path) && isTooOld(path))

function isTooOld(path: string): boolean {
  const { stdout, status } = spawnSync(path, ['--version'], { encoding: 'utf8' })
  return status === 0 && isOlder(stdout.trim().replace(/^v/, ''), neededNode)
}

describe.skipIf(oldNode === undefined)('under a Node that is too old', () => {
  test('the driver is not loaded: there is a message instead of a crash', () => {
    using folder = tempFolder()
    for (const file of ['core/store/runtime.ts', 'core/model/fault.ts', 'core/model/faultTable.ts']) copyAsScript(file, folder.path)
    writeFileSync(join(folder.path, 'package.json'), '{"type":"module"}')
    symlinkSync(join(root, 'node_modules'), join(folder.path, 'node_modules'))
    writeFileSync(join(folder.path, 'main.js'), "import { loadDriver } from './core/store/runtime.js'\ntry { loadDriver() } catch (fault) { console.log(fault.code, fault.message) }\n")
    const version = execFileSync(oldNode ?? '', ['--version'], { encoding: 'utf8' }).trim().slice(1)
    const { stdout, status, signal } = spawnSync(oldNode ?? '', [join(folder.path, 'main.js')], { encoding: 'utf8' })
    expect({ stdout, status, signal }).toEqual({ stdout: `runtime/old-node Node ${version} is too old: ${neededNode} or newer is needed.\n`, status: 0, signal: null })
  })
})

/** The source as a Node without types reads it. */
function copyAsScript(file: string, to: string): void {
  const source = stripTypeScriptTypes(readFileSync(join(root, file), 'utf8'))
  const target = join(to, file.replace(/\.ts$/, '.js'))
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, source.replaceAll(/(from '\.[^']*)\.ts'/g, "$1.js'"))
}

test('only one place makes a connection, and only one begins transactions', () => {
  const sources = ['core', 'main', 'preload', 'renderer'].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name).replaceAll('\\', '/'))).filter((name) => /\.tsx?$/.test(name))
  const holding = (pattern: RegExp) => sources.filter((path) => pattern.test(readFileSync(join(root, path), 'utf8'))).toSorted()
  expect({
    drivers: holding(/loadDriver\(/), connections: holding(/new (?:Driver|BetterSqlite3|Database|DatabaseSync)\(/), transactions: holding(/\.transaction\(/), modules: holding(/\(?'better-sqlite3'\)|from '(?:better-sqlite3|node:sqlite)'/).filter((path) => !onlyTypes(path)),
  }).toEqual({
    drivers: ['core/store/open.ts', 'core/store/runtime.ts'], connections: ['core/store/open.ts'], transactions: ['core/store/database.ts', 'core/store/migrate.ts'], modules: ['core/store/runtime.ts'],
  })
})

/** Whether a file takes nothing from the driver but its types. */
function onlyTypes(path: string): boolean {
  const uses = readFileSync(join(root, path), 'utf8').split('\n').filter((line) => line.includes("'better-sqlite3'") || line.includes("'node:sqlite'"))
  return uses.every((line) => line.startsWith('import type '))
}
