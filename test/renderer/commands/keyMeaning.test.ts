import { afterEach, expect, test } from 'vitest'
import { keysOf } from '../../../renderer/commands/boundKeys.ts'
import { keyMeaning } from '../../../renderer/commands/keyMeaning.ts'
import type { FocusPlace } from '../../../renderer/commands/keyMeaning.ts'
import type { KeyPress } from '../../../renderer/commands/keys.ts'
import { commands } from '../../../renderer/commands/registry.ts'
import { queryClient } from '../../../renderer/queries/client.ts'
import { settingsQuery } from '../../../renderer/queries/settings.ts'

const list: FocusPlace = { isTyping: false, isInEmptyComposer: false, isInList: true, isInTracts: false, isInOverlay: false }
const press = (key: string): KeyPress => ({ key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false })
const choose = (keys: { readonly [command: string]: readonly string[] }): void =>
  void queryClient.setQueryData(settingsQuery().queryKey, { theme: 'system', enterSends: true, providers: [], chat: { provider: 'demo', model: 'demo', temperature: null }, clients: {}, keys } as never)
const meant = (presses: readonly string[], place = list): string => {
  const meaning = keyMeaning(presses.map(press), place)
  return meaning.kind === 'command' ? meaning.command.id : meaning.kind
}

afterEach(() => queryClient.clear())

test('keys that were chosen stand in place of those a command comes with', () => {
  choose({ 'step.hide': ['H'], 'step.pin': [] })
  expect([meant(['h']), meant(['s']), meant(['p']), keysOf(commands['step.hide']), keysOf(commands['step.edit'])]).toEqual(['step.hide', 'nothing', 'nothing', ['H'], ['E']])
})

test('two keys in turn: the first waits, the second decides, another fits nothing', () => {
  choose({ 'step.hide': ['Q Q'], 'step.pin': ['Q P'] })
  expect([meant(['q']), meant(['q', 'q']), meant(['q', 'p']), meant(['q', 'x'])]).toEqual(['waits', 'step.hide', 'step.pin', 'nothing'])
  expect(meant(['q'], { ...list, isTyping: true })).toEqual('nothing')
})
