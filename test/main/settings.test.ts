import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { defaultAppearance } from '../../main/contract/appearance.ts'
import { openSettings } from '../../main/settings.ts'
import { realPorts } from '../../core/realPorts.ts'
import { temporaryFolder } from './testApp.ts'

const clock = { ...realPorts.clock, now: () => 1_700_000_000_000 }
const log = () => {}
const open = (path: string) => openSettings(path, { clock, log })
const newPath = () => join(temporaryFolder(), 'settings.json')
const defaults = { theme: 'system', enterSends: true, appearance: defaultAppearance, tips: { areOn: true, told: [] }, keys: {}, providers: [], chat: null, clients: {}, prices: {}, recentFiles: [] }

describe('the settings file', () => {
  test('is not needed: defaults hold without it, and nothing is written', () => {
    const path = newPath()
    expect([open(path).get(), readdirSync(join(path, '..'))]).toEqual([defaults, []])
  })

  test('keeps what was changed over starts', () => {
    const path = newPath()
    open(path).update((now) => ({ ...now, theme: 'dark' }))
    expect([open(path).get(), open(path).problem]).toEqual([{ ...defaults, theme: 'dark' }, null])
  })

  test('takes in what another window wrote meanwhile', () => {
    const path = newPath()
    const [one, two] = [open(path), open(path)]
    one.update((now) => ({ ...now, theme: 'dark' }))
    expect(two.update((now) => ({ ...now, enterSends: false }))).toEqual({ ...defaults, theme: 'dark', enterSends: false })
  })

  test('keeps what a newer version put into it', () => {
    const path = newPath()
    writeFileSync(path, '{"theme":"light","newer":{"a":1}}')
    open(path).update((now) => ({ ...now, enterSends: false }))
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ ...defaults, theme: 'light', enterSends: false, newer: { a: 1 } })
  })

  test.each([
    ['half of it', '{"theme":"da', 'it is not JSON'],
    ['nothing', '', 'it is not JSON'],
    ['a value that can\'t be', '{"theme":"purple"}', 'theme: Invalid option: expected one of "system"|"light"|"dark"'],
    ['an address that is none', '{"providers":[{"id":"a","kind":"openai","name":"A","baseUrl":"nowhere","models":[]}]}', 'providers.0.baseUrl: it is no address'],
    ['a list', '[]', 'the file: Invalid input: expected object, received array'],
  ])('with %s in it is set aside, never deleted', (_name, text, found) => {
    const path = newPath()
    writeFileSync(path, text)
    const settings = open(path)
    const aside = `${path}.unreadable-1700000000000`
    expect({ now: settings.get(), problem: settings.problem?.data, code: settings.problem?.code, kept: readFileSync(aside, 'utf8') }).toEqual({
      now: defaults,
      problem: { path, found },
      code: 'settings/unreadable',
      kept: text,
    })
  })
})
