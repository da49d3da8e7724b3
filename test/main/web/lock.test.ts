import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { takeLock } from '../../../main/web/lock.ts'
import { temporaryFolder } from '../testApp.ts'

const folder = () => temporaryFolder()

describe('the note of a running host', () => {
  test('says who runs, and is gone when released', () => {
    const dir = folder()
    const path = join(dir, 'host.lock')
    const lock = takeLock(dir, 4100)
    const { pid, port } = JSON.parse(readFileSync(path, 'utf8')) as { pid: number; port: number }
    const mode = statSync(path).mode & 0o777
    lock.release()
    expect({ pid, port, mode, other: lock.other, isLeft: existsSync(path) }).toEqual({ pid: process.pid, port: 4100, mode: 0o600, other: null, isLeft: false })
  })

  test('of another host is left alone', () => {
    const dir = folder()
    takeLock(dir, 4100)
    const second = takeLock(dir, 4200)
    second.release()
    expect([second.other?.port, existsSync(join(dir, 'host.lock'))]).toEqual([4100, true])
  })

  test.each([
    ['of a process that is gone', JSON.stringify({ pid: 2 ** 22 + 1, startedAt: '1', port: 1 })],
    ['whose number another process has now', JSON.stringify({ pid: process.pid, startedAt: 'long ago', port: 1 })],
    ['that a crash left half', '{"pid":'],
  ])('%s counts as none', (_name, text) => {
    const dir = folder()
    writeFileSync(join(dir, 'host.lock'), text)
    expect(takeLock(dir, 4100).other).toBeNull()
  })
})
