import { describe, expect, test } from 'vitest'
import { ariaKeys, combinationOf, isPressed, isWritten, showKeys } from '../../../renderer/commands/keys.ts'
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
  ['a plus', press('+', { shiftKey: true }), '+', false, true],
  ['a plus with Ctrl', press('+', { ctrlKey: true }), 'Mod++', false, true],
  ['a comma', press(',', { ctrlKey: true }), 'Mod+,', false, true],
  ['a plus', press('+', { shiftKey: true }), '+', false, true],
  ['a plus with Ctrl', press('+', { ctrlKey: true }), 'Mod++', false, true],
  ['the Mac’s own Ctrl', press('1', { ctrlKey: true, code: 'Digit1' }), 'Ctrl+1', true, true],
  ['the Mac’s own Ctrl elsewhere', press('1', { ctrlKey: true, code: 'Digit1' }), 'Ctrl+1', false, false],
  ['a letter of another script goes by its place', press('ы', { code: 'KeyS' }), 'S', false, true],
  ['what Alt makes of a letter goes by its place', press('ß', { code: 'KeyS', altKey: true }), 'Alt+S', true, true],
  ['an umlaut is a letter of its own', press('ö', { code: 'Semicolon' }), 'Ö', false, true],
  ['the space bar', press(' ', { code: 'Space' }), 'Space', false, true],
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

test('two presses in turn read as the caps of both', () => {
  expect([showKeys('G G', false), ariaKeys('G G'), ariaKeys('Mod+Shift+Z', true), ariaKeys('Mod++', false), ariaKeys('Ctrl+1', true)]).toEqual([['G', 'G'], undefined, 'Meta+Shift+Z', 'Control+Plus', 'Control+1'])
})

test('a press is told as the combination it would be kept as, and again is that combination', () => {
  const presses: readonly (readonly [KeyPress, boolean])[] = [
    [press('Z', { ctrlKey: true, shiftKey: true, code: 'KeyZ' }), false],
    [press('?', { shiftKey: true, code: 'Slash' }), false],
    [press('¡', { altKey: true, code: 'Digit1' }), true],
    [press('F5', { shiftKey: true, code: 'F5' }), false],
    [press('ы', { code: 'KeyS' }), false],
    [press('k', { metaKey: true, code: 'KeyK' }), true],
    [press('Shift', { shiftKey: true, code: 'ShiftLeft' }), false],
  ]
  const told = presses.map(([one, mac]) => combinationOf(one, mac))
  expect(told).toEqual(['Mod+Shift+Z', '?', 'Alt+1', 'Shift+F5', 'S', 'Mod+K', null])
  expect(presses.map(([one, mac], at) => isPressed(one, told[at] ?? '', mac))).toEqual([true, true, true, true, true, true, false])
})

test('keys that would write something are told from those that do not', () => {
  expect(['S', 'Shift+S', '?', 'G G', 'Mod+S', 'F2', 'Escape', 'Alt+1'].map(isWritten)).toEqual([true, true, true, true, false, false, false, false])
})
