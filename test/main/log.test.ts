import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createLog, logFile } from '../../main/log.ts'
import { createSecrets } from '../../main/secrets.ts'
import { realPorts } from '../../core/realPorts.ts'
import { temporaryFolder } from './testApp.ts'

const key = 'canary"key/with+odd=characters'

describe('the log', () => {
  test('writes a line of JSON per entry', () => {
    const lines: string[] = []
    const log = createLog({ clock: { ...realPorts.clock, now: () => 0 }, secrets: createSecrets(), write: (line) => lines.push(line) })
    log('info', 'answer ended', { call: 'c1', characters: 12 })
    expect(lines).toEqual(['{"at":"1970-01-01T00:00:00.000Z","level":"info","text":"answer ended","call":"c1","characters":12}\n'])
  })

  test.each([
    ['as it is', key],
    ['as JSON', JSON.stringify({ key })],
    ['in an address', encodeURIComponent(key)],
    ['in base64', Buffer.from(key).toString('base64')],
    ['inside a longer base64', Buffer.from(`x:${key}`).toString('base64')],
  ])('never holds a known key, %s', (_name, said) => {
    const lines: string[] = []
    const secrets = createSecrets()
    const log = createLog({ clock: realPorts.clock, secrets, write: (line) => lines.push(line) })
    secrets.add(key)
    log('error', 'refused', { said })
    expect(lines.join('')).not.toMatch(/canary|Y2FuYXJ5|NhbmFye|jYW5hcn/)
  })

  test.each(['sk-proj-abcdefgh12345678', 'Bearer abcdef0123456789', 'AIzaSyA1234567890abcdefgh', 'ghp_0123456789abcdefghij'])('holds nothing that looks like a key: %s', (said) => {
    const lines: string[] = []
    createLog({ clock: realPorts.clock, secrets: createSecrets(), write: (line) => lines.push(line) })('warn', 'said', { said })
    expect(lines.join('')).not.toContain(said)
  })

  test('is a file only its owner reads', () => {
    const path = join(temporaryFolder(), 'logs', 'app.log')
    const write = logFile(path)
    write('one\n')
    write('two\n')
    expect({ text: readFileSync(path, 'utf8'), mode: statSync(path).mode & 0o777 }).toEqual({ text: 'one\ntwo\n', mode: 0o600 })
  })
})
