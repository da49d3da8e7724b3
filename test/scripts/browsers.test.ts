import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { listChromiums } from '../../scripts/steps/browsers.mjs'

const folder = mkdtempSync(join(tmpdir(), 'browsers-'))
const put = (path: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), '')
  return join(folder, path)
}
const edge = put('one/microsoft-edge')
const chromium = put('two/chromium')
const asked = put('mine/my-chrome')
const PATH = [join(folder, 'one'), '', join(folder, 'two')].join(delimiter)
afterAll(() => rmSync(folder, { recursive: true }))

const mine = (paths: readonly string[]) => paths.filter((path) => path.startsWith(folder))

test('browsers are found on the path, Chromium before Edge, wherever they lie on it', () => {
  expect(mine(listChromiums({ PATH }, 'linux'))).toEqual([chromium, edge])
})

test('the one a person names is the only one, and none is taken for it where it is not there', () => {
  const named = listChromiums({ PATH, CHROMIUM_PATH: asked }, 'linux')
  const missing = listChromiums({ PATH, CHROMIUM_PATH: join(folder, 'gone') }, 'linux')
  expect([named, missing]).toEqual([[asked], []])
})
