import { describe, expect, test } from 'vitest'
import { conflictsOf } from '../../../renderer/commands/keyConflicts.ts'
import { keyMeaning } from '../../../renderer/commands/keyMeaning.ts'
import type { FocusPlace } from '../../../renderer/commands/keyMeaning.ts'
import { commandList, commands } from '../../../renderer/commands/registry.ts'

const nowhere: FocusPlace = { isTyping: false, isInEmptyComposer: false, isInList: false, isInTracts: false, isInOverlay: false }
const press = (key: string, held: Partial<KeyboardEvent> = {}): KeyboardEvent => ({ key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held }) as KeyboardEvent

test('every command is called in the registry what it calls itself', () => {
  expect(Object.entries(commands).filter(([name, { id }]) => name !== id)).toEqual([])
})

test('no two commands have the same keys in places that overlap', () => {
  const conflicts = commandList.flatMap((command) => command.keys.flatMap((keys) => conflictsOf(keys, command, commandList, {}).map((conflict) => `${keys}: ${command.id} and ${conflict.with.id}`)))
  expect(conflicts).toEqual([])
})

test('no key is a chord with Ctrl and Alt, which types letters on many layouts', () => {
  expect(commandList.flatMap(({ keys }) => keys).filter((keys) => keys.includes('Mod') && keys.includes('Alt'))).toEqual([])
})

describe.each([
  ['S in a list of steps', 's', { isInList: true }, {}, 'step.hide'],
  ['S while typing in a list', 's', { isInList: true, isTyping: true }, {}, undefined],
  ['S outside of lists', 's', {}, {}, undefined],
  ['undo while typing', 'z', { isTyping: true }, { ctrlKey: true }, undefined],
  ['undo elsewhere', 'z', {}, { ctrlKey: true }, 'history.undo'],
  ['the palette while typing', 'k', { isTyping: true }, { ctrlKey: true }, 'palette.open'],
  ['the list of keys while typing', '/', { isTyping: true }, { ctrlKey: true }, 'keys.help'],
  ['a question mark while typing', '?', { isTyping: true }, {}, undefined],
  ['a question mark elsewhere', '?', {}, {}, 'keys.help'],
  ['the palette over a dialog', 'k', { isInOverlay: true }, { ctrlKey: true }, undefined],
  ['F2 in the list of tracts', 'F2', { isInTracts: true }, {}, 'tract.rename'],
  ['Alt and an arrow while typing', 'ArrowLeft', { isTyping: true }, { altKey: true }, undefined],
  ['Alt and an arrow in the empty composer', 'ArrowLeft', { isTyping: true, isInEmptyComposer: true }, { altKey: true }, 'step.parent'],
  ['a letter in the empty composer', 's', { isTyping: true, isInEmptyComposer: true }, {}, undefined],
  ['undo in the empty composer', 'z', { isTyping: true, isInEmptyComposer: true }, { ctrlKey: true }, undefined],
  ['Enter is the composer’s own', 'Enter', { isTyping: true }, {}, undefined],
] as const)('%s', (_, key, place, held, expected) => {
  test(`means ${expected ?? 'nothing'}`, () => {
    const meaning = keyMeaning([press(key, held)], { ...nowhere, ...place })
    expect(meaning.kind === 'command' ? meaning.command.id : undefined).toEqual(expected)
  })
})
