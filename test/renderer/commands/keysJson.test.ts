import { expect, test } from 'vitest'
import { keysAsJson, readKeysJson } from '../../../renderer/commands/keysJson.ts'

test('chosen keys come back as they were written out', () => {
  const own = { 'step.hide': ['H', 'Mod+Shift+H'], 'rail.first': ['G G'], 'step.pin': [] }
  expect(readKeysJson(keysAsJson(own), ['step.hide', 'step.pin'])).toEqual({ kind: 'keys', keys: own, unknown: ['rail.first'] })
})

test.each([
  ['half of it', '{"keys": {', 'This is no JSON'],
  ['a list', '[]', 'It should look like { "keys": { "step.hide": ["H"] } }'],
  ['no keys', '{"key": {}}', 'It should look like { "keys": { "step.hide": ["H"] } }'],
  ['a word for a list', '{"keys": {"step.hide": "H"}}', '“step.hide” needs a list of keys such as ["H"], or [] for none'],
  ['an unknown key', '{"keys": {"step.hide": ["Hyper+H"]}}', '“step.hide” can’t have “Hyper+H”: write keys as Mod+Shift+Z, F2, ? or G G'],
  ['three in turn', '{"keys": {"step.hide": ["G G G"]}}', '“step.hide” can’t have “G G G”: write keys as Mod+Shift+Z, F2, ? or G G'],
  ['nothing for a key', '{"keys": {"step.hide": [""]}}', '“step.hide” can’t have “”: write keys as Mod+Shift+Z, F2, ? or G G'],
])('%s is told and nothing of it taken', (_, text, problem) => {
  expect(readKeysJson(text, [])).toEqual({ kind: 'problem', problem })
})
