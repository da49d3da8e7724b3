import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Workspace } from '../../../../core/workspace.ts'
import { startChild } from '../../../helpers/children.ts'
import type { CleanUpLine } from '../../../helpers/cleanUpChild.ts'
import { randomOf } from '../../../helpers/random.ts'
import { tempFolder } from '../../../helpers/tempFolder.ts'

test('a kill in the midst of gc or erase leaves it done as a whole or not at all, and opening the file finishes what was begun', async () => {
  using folder = tempFolder()
  const random = randomOf(11)
  const met = new Set<string>()
  for (let kill = 0; kill < 8; kill++) {
    const child = startChild<CleanUpLine>('cleanUpChild.ts', folder.file(), String(kill))
    await child.said(1 + random.below(4))
    for (let spins = random.below(200); spins > 0; spins--) await new Promise((resolve) => setImmediate(resolve))
    await child.kill()
    const last = child.lines.at(-1)!
    const secrets = new Set(child.lines.filter(({ about, isDone }) => about === 'erase' && isDone).map(({ number }) => `secret-${number} `))

    using workspace = Workspace.open(folder.file())
    const tract = workspace.get('cleaned')
    const { findings } = workspace.fsck('deep')
    expect([findings, workspace.verify().kind, workspace.replay().kind]).toEqual([[], 'intact', 'same'])
    const { trash, leftover } = workspace.storage()
    const erased = tract.compile().excluded.filter(({ why }) => why.kind === 'erased').length
    const shown = tract.compile().messages.map(({ content }) => content.slice(0, content.indexOf(' ') + 1))
    expect([[0, 20].includes(trash.commits), [0, 20].includes(leftover.commits), shown.filter((text) => secrets.has(text)), erased >= secrets.size]).toEqual([true, true, [], true])
    const bytes = readdirSync(folder.path).map((name) => readFileSync(folder.file(name)))
    expect([...secrets].filter((secret) => bytes.some((one) => one.includes(secret)))).toEqual([])
    met.add(`${last.about} ${last.isDone}`)
    tract.gc({ orphanRetentionDays: 0, trashRetentionDays: 0 })
  }
  expect(met.size).toBeGreaterThan(1)
}, 120_000)
