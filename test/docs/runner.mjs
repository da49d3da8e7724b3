import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { format } from 'node:util'

// Runs every snippet of a folder in a working directory of its own, and says on the last line what became of each.
const folder = process.argv[2] ?? ''
const tell = console.log.bind(console)
const printed = []
console.log = (...line) => void printed.push(format(...line))
Object.assign(globalThis, {
  $same: (actual, expected) => assert.deepStrictEqual(actual, expected),
  $printed: (text) => assert.equal(printed.at(-1), text),
  $faulted: async (act, code) => {
    const found = await act().then(() => 'none', (error) => error?.code ?? String(error))
    assert.equal(found, code)
  },
})

const outcomes = {}
process.on('exit', () => tell(JSON.stringify(outcomes)))
for (const file of readdirSync(folder).filter((name) => /^snippet-\d+\.ts$/.test(name))) {
  process.chdir(mkdtempSync(join(folder, 'work-')))
  printed.length = 0
  outcomes[file] = 'it never came to its end'
  outcomes[file] = await import(pathToFileURL(join(folder, file)).href).then(() => null, (error) => error?.message ?? String(error))
}
