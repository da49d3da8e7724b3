import { dirname, join } from 'node:path'
import { readdirSync } from 'node:fs'
import { scripted, Workspace } from '../../core/index.ts'
import type { Tract } from '../../core/index.ts'
import { expect, test } from './fixtures.ts'
import { linesOf } from './received.ts'
import { spoken } from './scenes.ts'
import { seedParted } from './seeds.ts'
import type { Studio } from './studio.ts'

test.beforeEach(() => test.setTimeout(120_000))

/** What the file itself says, after the app has let go of it. */
function inFile<T>(file: string, read: (tract: Tract, workspace: Workspace) => T): T {
  using workspace = Workspace.open(file, { access: 'read' })
  const [summary] = workspace.list()
  if (summary === undefined) throw new Error('the file holds no tract')
  return read(workspace.get(summary.id), workspace)
}
const foot = ({ page }: Studio) => page.getByRole('contentinfo')
const tokensInFoot = async (studio: Studio): Promise<number> => Number(/~?([\d\u2009]+) ?tokens/.exec((await foot(studio).textContent()) ?? '')?.[1]?.replace('\u2009', ''))

test('a fork at the fifth step keeps both ends, each with what came after it', async ({ launch, local }) => {
  const file = spoken('One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight')
  const studio = await launch({ seed: file, answersFrom: local })
  await studio.branchHere(studio.question('Five'), 'other')
  await expect(studio.answer('Six')).toHaveCount(0)
  await studio.ask('Another six', 'Echo: Another six')
  for (const words of [/assistant: Eight/, /assistant: Echo: Another six/]) await expect(studio.step(words)).toBeVisible()
  expect(linesOf(local.requests[0])).toEqual(['user: One', 'assistant: Two', 'user: Three', 'assistant: Four', 'user: Five', 'user: Another six'])
  await studio.restart()
  await studio.switchTo('main')
  await expect(studio.answer('Eight')).toBeVisible()
  await studio.stop()
  const texts = (branch: string) => inFile(studio.place.file, (tract) => tract.on(branch).transcript().items.map(({ content }) => ('text' in content ? content.text : content.type)))
  expect([texts('main'), texts('other')]).toEqual([['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight'], ['One', 'Two', 'Three', 'Four', 'Five', 'Another six', 'Echo: Another six']])
})

test('hiding takes the line out of the X-ray and the shown number off the bar; undo restores both and the hash', async ({ launch }) => {
  const studio = await launch({ seed: spoken('How long can I return shoes?', 'Sixty days.', `And sandals? ${'Please. '.repeat(40)}`, 'The same.') })
  const hash = studio.xray.getByText(/^hash /)
  await expect(foot(studio)).toContainText('tokens')
  const [before, hashBefore] = [await tokensInFoot(studio), await hash.textContent()]
  const line = studio.xrayLine('And sandals?')
  await line.hover()
  const hide = studio.xray.getByRole('toolbar', { name: 'Actions on this line' }).getByRole('button', { name: 'Hide from model' })
  await hide.hover()
  const tip = studio.page.getByRole('tooltip').first()
  await expect(tip).toContainText(/−\d+/)
  const shown = Number(/−(\d+)/.exec((await tip.textContent()) ?? '')?.[1])
  await hide.click()
  await expect(studio.xrayLine('hidden by you')).toHaveAttribute('data-state', 'hidden')
  await expect.poll(() => tokensInFoot(studio)).toBe(before - shown)
  expect(await hash.textContent()).not.toBe(hashBefore)
  await studio.undoButton().click()
  await expect(line).toHaveAttribute('data-state', 'in')
  await expect.poll(() => tokensInFoot(studio)).toBe(before)
  await expect(hash).toHaveText(hashBefore ?? '')
})

/** On `side` a model answered a question. */
async function seedAnswered(file: string): Promise<void> {
  using workspace = Workspace.open(file)
  const tract = workspace.create({ name: 'Shoes' })
  tract.user('How long can I return shoes?')
  tract.branch('side')
  tract.user('And boots?')
  tract.configureClients({ default: scripted(['Boots too.']) })
  await tract.generate()
  tract.on('main').user('Only on main.')
}

test('a branch that is put on top of another without one of its questions warns of the answer that stays, before it is done', async ({ launch }) => {
  const studio = await launch({ seed: seedAnswered })
  const { page, dialog } = studio
  await studio.step(/user: Only on main/).click()
  await page.keyboard.press('r')
  await expect(dialog).toHaveAccessibleName('Redo side on top of main')
  const steps = dialog.getByRole('list', { name: 'Steps to write anew' }).getByRole('listitem')
  await expect(steps).toContainText([/And boots\?/, /Boots too/])
  const warning = dialog.getByText('An answer was kept whose question is not on the new branch.')
  await expect(warning).toHaveCount(0)
  await steps.filter({ hasText: 'And boots?' }).getByRole('checkbox').click()
  await expect(warning).toBeVisible()
  await expect(steps).toContainText([/left behind/, /its question is left behind/])
  await dialog.getByRole('button', { name: 'Redo', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  await expect(studio.question('Only on main.')).toBeVisible()
  await expect(studio.answer('Boots too.')).toBeVisible()
  await expect(studio.question('And boots?')).toHaveCount(0)
  await studio.undoButton().click()
  await expect(studio.question('And boots?')).toBeVisible()
})

test('stopping between two calls leaves a file in which everything is sound, and the conversation goes on from there', async ({ connected: studio, local }) => {
  local.script('The first answer.', { kind: 'status', status: 429, headers: { 'retry-after': '50' } })
  await studio.ask('First', 'The first answer.')
  await studio.say('Second')
  await expect(studio.live).toContainText('asks to wait')
  await studio.chat.getByRole('button', { name: 'Stop' }).click()
  await expect(studio.live).toHaveCount(0)
  await studio.stop()
  const found = inFile(studio.place.file, (tract, workspace) => ({ findings: workspace.fsck('deep').findings, journal: workspace.verify().kind, texts: tract.transcript().items.map(({ content }) => ('text' in content ? content.text : '')) }))
  expect(found).toEqual({ findings: [], journal: 'intact', texts: ['First', 'The first answer.', 'Second'] })
  await studio.start()
  await studio.way('Ask for an answer').click()
  await expect(studio.answer('Echo: Second')).toBeVisible()
})

test('a question that is asked two ways is sent with the same beginning; its hash and the settings that differ are shown as they are', async ({ connected: studio, local }) => {
  const { page, dialog } = studio
  await studio.ask('What is a tract?', 'Echo: What is a tract?')
  await studio.feed.press('End')
  await page.keyboard.press('t')
  await expect(dialog).toHaveAccessibleName('Try several ways')
  await dialog.getByRole('textbox', { name: 'Temperature of B' }).fill('0.2')
  await dialog.getByRole('textbox', { name: 'Temperature of C' }).fill('0.9')
  await dialog.getByRole('button', { name: 'Ask 2 ways' }).click()
  const compare = page.getByRole('main', { name: 'Compare' })
  await expect(compare.getByRole('article', { name: 'assistant' })).toHaveCount(3)
  await expect(compare.getByText(/^Echo: What is a tract\?$/)).toHaveCount(3)
  const told = /shared prefix, hash ([0-9a-f]{4})/.exec((await compare.getByRole('button', { name: /shared prefix/ }).textContent()) ?? '')?.[1]
  const asked = local.requests.map((request) => [linesOf(request), (request.body as { temperature?: number }).temperature ?? null] as const).toSorted(([, a], [, b]) => (a ?? 0) - (b ?? 0))
  expect(asked).toEqual([null, 0.2, 0.9].map((temperature) => [['user: What is a tract?'], temperature]))
  await studio.stop()
  const hashes = inFile(studio.place.file, (tract) => tract.listBranches().map(({ name }) => tract.compile({ at: tract.on(name).transcript().items[0]?.commit ?? '' }).hash.slice(0, 4)))
  expect(new Set(hashes)).toEqual(new Set([told]))
  expect(hashes).toHaveLength(3)
})

test('a copy of a file has the same commits and gives the same contexts, to the hash', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  await studio.page.keyboard.press('ControlOrMeta+o')
  await studio.dialog.getByRole('button', { name: 'Open Work to read only' }).click()
  await studio.page.getByRole('button', { name: 'Open a copy' }).click()
  await expect(studio.page).toHaveTitle(/Work copy · Tract Studio$/)
  await expect(studio.answer('It starts on the day of delivery.')).toBeVisible()
  await studio.stop()
  const folder = dirname(studio.place.file)
  const copy = readdirSync(folder).find((name) => /^Work copy.*\.tract$/.test(name))
  expect(copy).toBeDefined()
  const [original, other] = [hashesIn(studio.place.file), hashesIn(join(folder, copy ?? ''))]
  expect(original.commits.length).toBeGreaterThan(8)
  expect(other).toEqual(original)
})

/** Every commit of every branch with the hash of the context it gives, and the hash over all that the file holds. */
const hashesIn = (file: string) =>
  inFile(file, (tract, workspace) => ({
    digest: workspace.fsck('deep').digest,
    commits: tract.listBranches().flatMap(({ name }) => tract.log({ from: name, limit: 1000 }).items.map(({ hash }) => [name, hash, tract.compile({ at: hash }).hash])),
  }))
