import { Pin } from 'lucide-react'
import { describe, expect, test } from 'vitest'
import type { Command, CommandScope } from '../../../renderer/commands/command.ts'
import { conflictsOf, whyNotKeys } from '../../../renderer/commands/keyConflicts.ts'

const make = (id: string, scope: CommandScope, ...keys: readonly string[]): Command => ({ id, scope, keys, group: 'step', icon: Pin, title: () => id, whyNot: () => null, run: () => {} })
const all = [make('hide', 'list', 'S'), make('fold', 'list', 'Shift+F'), make('undo', 'page', 'Mod+Z'), make('palette', 'anywhere', 'Mod+K'), make('rename', 'tracts', 'F2'), make('append', 'composer', 'Alt+Enter'), make('first', 'list', 'G G')]
const taken = (keys: string, scope: CommandScope, own = {}): readonly string[] => conflictsOf(keys, make('new', scope), all, own).map((conflict) => conflict.with.id)

describe.each([
  ['the same key in the same place', 'S', 'list', ['hide']],
  ['the same key in another kind of list', 'S', 'tracts', []],
  ['a key of the window in a list', 'Mod+Z', 'list', ['undo']],
  ['a key of a list in the window', 'F2', 'page', ['rename']],
  ['a key of the window while writing', 'Mod+Z', 'composer', []],
  ['a key that acts anywhere, while writing', 'Mod+K', 'composer', ['palette']],
  ['the beginning of two keys in turn', 'G', 'list', ['first']],
  ['two keys in turn that begin with one that is taken', 'S S', 'list', ['hide']],
  ['two that only begin alike', 'G P', 'list', []],
  ['a free key', 'Q', 'list', []],
] as const)('%s', (_, keys, scope, expected) => {
  test(`${keys} is taken by ${expected.join() || 'nobody'}`, () => expect(taken(keys, scope)).toEqual(expected))
})

test('what somebody chose counts, not what a command came with', () => {
  expect([taken('S', 'list', { hide: ['H'] }), taken('H', 'list', { hide: ['H'] })]).toEqual([[], ['hide']])
})

const linux = { isMac: false, isBrowser: false }
describe.each([
  ['Ctrl with Alt', 'Mod+Alt+B', 'list', linux, 'Ctrl with Alt types letters on many keyboards'],
  ['⌘ with ⌥', 'Mod+Alt+B', 'list', { isMac: true, isBrowser: false }, null],
  ['⌘H on a Mac', 'Mod+H', 'page', { isMac: true, isBrowser: false }, 'macOS keeps this for itself'],
  ['Ctrl+H elsewhere', 'Mod+H', 'page', linux, null],
  ['a screenshot on a Mac', 'Mod+Shift+4', 'page', { isMac: true, isBrowser: false }, 'macOS keeps this for itself'],
  ['closing a tab', 'Mod+W', 'page', { isMac: false, isBrowser: true }, 'The browser keeps this for itself'],
  ['closing a window of the app', 'Alt+F4', 'page', linux, 'The system keeps this for itself'],
  ['walking in lists', 'J', 'list', linux, 'It walks, chooses or opens in lists'],
  ['Tab', 'Shift+Tab', 'list', linux, 'Tab moves the focus'],
  ['a letter while writing', 'A', 'composer', linux, 'It would be written into the message'],
  ['a letter in a list', 'H', 'list', linux, null],
] as const)('%s', (_, keys, scope, platform, expected) => {
  test(`${keys} ${expected === null ? 'can be chosen' : 'is refused'}`, () => expect(whyNotKeys(keys, make('new', scope), platform)).toEqual(expected))
})
