import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { alone, isStale } from '../../scripts/steps/lock.mjs'

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'))
  path = join(folder, '.lock')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('one start at a time', () => {
  test('two that come together work one after the other', async () => {
    const steps: string[] = []
    const work = (name: string) => async () => {
      steps.push(`${name} begins`)
      await Promise.resolve()
      steps.push(`${name} ends`)
    }
    await Promise.all([alone(work('one'), path), alone(work('two'), path)])
    expect({ steps, left: readdirSync(folder) }).toEqual({ steps: ['one begins', 'one ends', 'two begins', 'two ends'], left: [] })
  })

  test('a failure frees the lock and reaches the caller', async () => {
    const failing = alone(() => Promise.reject(new Error('no disk')), path)
    await expect(failing).rejects.toThrow('no disk')
    expect(existsSync(path)).toBe(false)
  })

  test('a lock whose holder is dead is taken over', async () => {
    writeFileSync(path, String(deadProcess()))
    expect(await alone(async () => 'worked', path)).toBe('worked')
    expect(readdirSync(folder)).toEqual([])
  })

  test('a living holder keeps it; one from before the machine last started does not', () => {
    writeFileSync(path, String(process.pid))
    const living = isStale(path)
    utimesSync(path, 1, 1)
    expect([living, isStale(path)]).toEqual([false, true])
  })
})

function deadProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid
}
