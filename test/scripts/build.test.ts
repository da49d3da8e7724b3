import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fingerprint } from '../../scripts/steps/build.mjs'

test('the fingerprint of the sources changes with an edit, a new file and a removed one, and with nothing else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sources-'))
  const now = () => fingerprint(folder, ['core', 'package.json', 'missing.ts'])
  mkdirSync(join(folder, 'core/model'), { recursive: true })
  put('core/model/ids.ts', 'one')
  put('package.json', '{}')
  const first = now()
  put('README.md', 'not a source')
  const same = now()
  put('core/model/ids.ts', 'two', 2000)
  const edited = now()
  put('core/model/json.ts', 'new')
  const added = now()
  rmSync(join(folder, 'core/model/json.ts'))
  const removed = now()
  rmSync(folder, { recursive: true })
  expect({ same: same === first, different: new Set([first, edited, added]).size, back: removed === edited }).toEqual({ same: true, different: 3, back: true })

  function put(path: string, text: string, seconds = 1000): void {
    writeFileSync(join(folder, path), text)
    utimesSync(join(folder, path), seconds, seconds)
  }
})
