import { describe, expect, test } from 'vitest'
import { Tract, Workspace } from '../../core/index.ts'

describe('a tract', () => {
  test('knows its file, whoever acts and on whichever branch', () => {
    using workspace = Workspace.open()
    const tract = workspace.create()
    tract.user('x')
    const others = [tract, tract.as('helper'), tract.on('main'), tract.as('helper').on('main'), workspace.get(tract.id)]
    expect(others.map((one) => one.workspace === workspace)).toEqual([true, true, true, true, true])
  })

  test('opened with its file has that file, and only it can be closed', () => {
    using tract = Tract.open()
    expect([tract.workspace.list()[0]?.id, 'close' in tract.on('main'), 'close' in tract.workspace.get(tract.id)]).toEqual([tract.id, false, false])
  })

  test('says which operation a change of its settings was, and null where nothing changed', () => {
    using tract = Tract.open()
    const made = [tract.configure({ budget: { maxTokens: 9 } }), tract.rename('Shoes'), tract.configureOperations({ chat: { temperature: 0 } })]
    const again = [tract.configure({ budget: { maxTokens: 9 } }), tract.rename('Shoes'), tract.configureOperations({ chat: { temperature: 0 } }), tract.configure({})]
    const latest = tract.operations({ limit: 3 }).items.toReversed()
    expect([made, again]).toEqual([latest, [null, null, null, null]])
  })

  test('in a batch says the batch so far, and null for what changed nothing in it', () => {
    using tract = Tract.open()
    const inside = tract.batch(() => [tract.rename('Shoes')?.verb, tract.rename('Shoes'), tract.configure({ budget: null }), tract.configure({ encoding: 'cl100k_base' })?.verb])
    expect([inside, tract.operations().items.map(({ verb }) => verb)]).toEqual([['batch', null, null, 'batch'], ['batch', 'create']])
  })

  test('takes the settings of a text that a model wrote elsewhere, also with a correction', () => {
    using tract = Tract.open()
    const said = tract.assistant('One.', { generationConfig: { model: 'elsewhere', temperature: 1 } })
    const edit = tract.edit(said.hash, 'Two.', { message: 'better', generationConfig: { model: 'elsewhere', temperature: 0 } })
    expect([edit.message, edit.generationConfig, tract.queryByConfig({ model: 'elsewhere' }).map(({ hash }) => hash), tract.queryByConfig({ temperature: 0 }).map(({ kind }) => kind)]).toEqual([
      'better', { model: 'elsewhere', temperature: 0 }, [edit.hash, said.hash], ['edit'],
    ])
    expect(tract.workspace.fsck('deep').findings).toEqual([])
  })
})
