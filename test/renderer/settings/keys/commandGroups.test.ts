import { expect, test } from 'vitest'
import { showKeys } from '../../../../renderer/commands/keys.ts'
import { commands } from '../../../../renderer/commands/registry.ts'
import { sectionsOf } from '../../../../renderer/settings/keys/commandGroups.ts'

const rows = (['step.hide', 'step.pin', 'history.undo', 'palette.open'] as const).map((id) => ({ command: commands[id], title: { 'step.hide': 'Hide from model', 'step.pin': 'Keep always', 'history.undo': 'Undo', 'palette.open': 'Search or command' }[id], keys: commands[id].keys, isOwn: false }))
const found = (search: string) => sectionsOf(rows, search, (keys) => showKeys(keys, false).join(' ')).map((section) => [section.group, ...section.rows.map(({ command }) => command.id)])

test('commands stand in their groups and are found by name, place and key', () => {
  expect([found(''), found('hide'), found('ctrl z'), found('lists of steps'), found('nothing at all')]).toEqual([
    [['step', 'step.hide', 'step.pin'], ['tract', 'history.undo'], ['app', 'palette.open']],
    [['step', 'step.hide']],
    [['tract', 'history.undo']],
    [['step', 'step.hide', 'step.pin']],
    [],
  ])
})
