import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const opens = /\b(?:BEGIN (?:IMMEDIATE|DEFERRED|EXCLUSIVE|TRANSACTION)|SAVEPOINT )|\.transaction\(|'BEGIN'/

test('a database transaction is opened in core/store and nowhere else', () => {
  const files = ['core', 'main', 'preload', 'renderer'].flatMap(listSources)
  const opening = files.filter((path) => opens.test(readFileSync(join(root, path), 'utf8')))
  expect(opening.filter((path) => !path.startsWith('core/store/'))).toEqual([])
  expect(opening.some((path) => path.startsWith('core/store/'))).toBe(true)
})

test.each([
  ["db.exec('BEGIN IMMEDIATE')", true],
  ['db.transaction(() => write())', true],
  ["sql`SAVEPOINT one`", true],
  ['/** Inside its transaction. */', false],
])('%s: opens one: %s', (line, found) => {
  expect(opens.test(line)).toBe(found)
})

function listSources(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
}
