import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Workspace } from '../../core/workspace.ts'
import { temporaryFolder } from '../main/testApp.ts'
import { openScene } from './scene.ts'
import { transports } from './transports.ts'

const faultOf = async (call: Promise<unknown>): Promise<unknown> => call.then(() => 'no fault', (error: { data?: { code?: string } }) => error.data?.code)

describe.each(transports)('files over a $name', (transport) => {
  test('chosen in the system\'s dialog are opened, and remembered', async () => {
    const path = join(temporaryFolder(), 'Elsewhere.tract')
    Workspace.open(path).close()
    await using scene = await openScene(transport, { files: { chooseWorkspace: async () => path } })
    const opened = await scene.api().files.browse()
    const { folder, items, canBrowse } = await scene.api().files.list()
    expect([opened, folder, items.map(({ name, isOpen }) => [name, isOpen]), canBrowse]).toEqual([
      { kind: 'opened', name: 'Elsewhere' },
      join(path, '..'),
      expect.arrayContaining([['Elsewhere', true], ['Tracts', false]]),
      true,
    ])
  })

  test('not chosen leave everything as it is', async () => {
    await using scene = await openScene(transport, { files: { chooseWorkspace: async () => null } })
    expect([await scene.api().files.browse(), (await scene.api().app.info()).file.name]).toEqual([{ kind: 'cancelled' }, 'Tracts'])
  })

  test('that are none leave the open one open', async () => {
    await using scene = await openScene(transport)
    await scene.say('Still here')
    writeFileSync(join(scene.test.dir, 'tracts', 'Noise.tract'), 'x'.repeat(5000))
    const noise = (await scene.api().files.list()).items.find(({ name }) => name === 'Noise')
    const code = await faultOf(scene.api().files.open({ handle: noise?.handle ?? '' }))
    expect([code, (await scene.api().app.info()).file.name, (await scene.api().tracts.list())[0]?.id]).toEqual(['file/not-tract', 'Tracts', scene.tract])
  })

  test('with settings in them that can\'t be read are told of', async () => {
    const dataDir = temporaryFolder()
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(join(dataDir, 'settings.json'), '{"theme":')
    await using scene = await openScene(transport, { dataDir })
    const { notices } = await scene.api().app.info()
    expect(notices.map(({ code, lost }) => [code, lost])).toEqual([['settings/unreadable', 'nothing: the old file is kept beside the new one']])
  })
})
