import { describe, expect, test } from 'vitest'
import { isPressed, showKeys } from '../../../renderer/commands/keys.ts'
import type { KeyPress } from '../../../renderer/commands/keys.ts'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({ key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held })

describe.each([
  ['Mod is Ctrl where there is no ⌘', press('z', { ctrlKey: true }), 'Mod+Z', false, true],
  ['Mod is ⌘ on a Mac', press('z', { metaKey: true }), 'Mod+Z', true, true],
  ['Ctrl is not Mod on a Mac', press('z', { ctrlKey: true }), 'Mod+Z', true, false],
  ['Shift makes another combination', press('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Z', false, false],
  ['Shift is told apart', press('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+Z', false, true],
  ['a letter goes by what the layout types', press('z', { code: 'KeyY' }), 'Z', false, true],
  ['a letter with Ctrl is not the letter', press('s', { ctrlKey: true }), 'S', false, false],
  ['a digit goes by its place where the layout types something else', press('&', { code: 'Digit1', ctrlKey: true }), 'Mod+1', false, true],
  ['a sign may need Shift', press('?', { shiftKey: true }), '?', false, true],
  ['a sign may need none', press('?'), '?', false, true],
  ['AltGr is no combination of ours', press('b', { ctrlKey: true, altKey: true }), 'Mod+B', false, false],
  ['a comma', press(',', { ctrlKey: true }), 'Mod+,', false, true],
] as const)('%s', (_, pressed, keys, mac, expected) => {
  test(`${keys} ${expected ? 'is' : 'is not'} pressed`, () => expect(isPressed(pressed, keys, mac)).toEqual(expected))
})

test('a combination reads as key caps of the platform', () => {
  expect([showKeys('Mod+Shift+Z', true), showKeys('Mod+Shift+Z', false), showKeys('p', false), showKeys('Alt+Enter', true), showKeys('Escape', false)]).toEqual([
    ['⌘', '⇧', 'Z'],
    ['Ctrl', 'Shift', 'Z'],
    ['P'],
    ['⌥', '↵'],
    ['Esc'],
  ])
})
