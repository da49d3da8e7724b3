import { expect } from '@playwright/test'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Workspace } from '../../core/index.ts'
import type { Tract } from '../../core/index.ts'
import { defaultAppearance } from '../../main/contract/appearance.ts'
import type { Appearance } from '../../main/contract/appearance.ts'
import type { Studio } from './studio.ts'

/** Writes a file in which these were said in turn, by a person and a model. */
export const spoken = (...texts: readonly string[]) => (file: string): void =>
  write(file, (tract) => texts.forEach((text, at) => (at % 2 === 0 ? tract.user(text) : tract.assistant(text))))

/** A conversation in which one of each kind can be seen: a system prompt, a pin, a correction, a hidden run, two branches. */
export const shaped = (file: string): void =>
  write(file, (tract) => {
    tract.system('You help with a small garden. Answer briefly.')
    const carrots = tract.user('When do I sow carrots?')
    tract.assistant('From **mid-March**:\n\n- rows 25 cm apart\n- thin to 3 cm')
    const kinds = tract.user('And which ones keep well?')
    const kept = tract.assistant('Rodelika and Autumn King, in damp sand. `remind --week 40`')
    tract.edit(carrots.hash, 'When do I sow carrots outdoors?')
    tract.annotate(kinds.hash, 'skip')
    tract.annotate(kept.hash, 'pinned')
    tract.branchAfter(carrots.hash, 'autumn')
    tract.user('And what in autumn?')
    tract.assistant('Spinach.')
    tract.switch('main')
  })

function write(file: string, say: (tract: Tract) => void): void {
  const workspace = Workspace.open(file)
  const tract = workspace.create({ name: 'Garden' })
  say(tract)
  workspace.close()
}

/** Has somebody say what the model `local-1` costs, in the settings beside a workspace file. */
export const priced = (file: string): void => changeSettings(file, { prices: { 'local-1': { inputUsd: 2.5, cachedInputUsd: 1.25, outputUsd: 10 } } })
/** Has somebody choose how the window looks. */
export const looking = (file: string, appearance: Partial<Appearance>): void => changeSettings(file, { appearance: { ...defaultAppearance, ...appearance } })

function changeSettings(file: string, changes: object): void {
  const path = join(dirname(file), 'data/settings.json')
  const settings = JSON.parse(readFileSync(path, 'utf8')) as object
  writeFileSync(path, JSON.stringify({ ...settings, ...changes }))
}

/** One state of the window, ready to be looked at, and left again. */
export type Scene = { readonly name: string; readonly show: (studio: Studio) => Promise<void>; readonly leave: (studio: Studio) => Promise<void> }

/** Every state of the window in turn. */
export const states: readonly Scene[] = [
  { name: 'chat', show: async () => {}, leave: async () => {} },
  {
    name: 'correcting',
    show: (studio) => studio.act(studio.question('When do I sow carrots outdoors?'), 'Correct'),
    leave: (studio) => studio.way('Cancel').click(),
  },
  {
    name: 'versions',
    show: (studio) => studio.feed.getByRole('button', { name: '1 correction' }).click(),
    leave: (studio) => studio.page.keyboard.press('Escape'),
  },
  {
    name: 'model-menu',
    show: (studio) => studio.chat.getByRole('button', { name: /^Model: / }).click(),
    leave: (studio) => studio.page.keyboard.press('Escape'),
  },
  {
    name: 'answer-info',
    show: async (studio) => {
      await studio.answer('remind').click()
      await studio.page.keyboard.press('i')
    },
    leave: (studio) => studio.page.keyboard.press('Escape'),
  },
  {
    name: 'branch-menu',
    show: (studio) => studio.titleBar.getByRole('button', { name: /^Branch: / }).click(),
    leave: (studio) => studio.page.keyboard.press('Escape'),
  },
  {
    name: 'budget',
    show: (studio) => studio.page.getByRole('button', { name: 'Set budget' }).click(),
    leave: (studio) => studio.page.keyboard.press('Escape'),
  },
  {
    name: 'new-branch',
    show: (studio) => studio.act(studio.question('When do I sow carrots outdoors?'), 'Branch here'),
    leave: (studio) => studio.page.keyboard.press('Escape'),
  },
  {
    name: 'erase',
    show: async (studio) => {
      await studio.answer('remind').click({ button: 'right' })
      await studio.page.getByRole('menuitem', { name: 'Erase for good…' }).click()
      await expect(studio.dialog.getByText(/^It goes from/)).toBeVisible()
    },
    leave: (studio) => studio.page.keyboard.press('Escape'),
  },
  { name: 'palette', show: (studio) => studio.page.keyboard.press('ControlOrMeta+k'), leave: (studio) => studio.page.keyboard.press('Escape') },
  { name: 'open-file', show: (studio) => studio.page.keyboard.press('ControlOrMeta+o'), leave: (studio) => studio.page.keyboard.press('Escape') },
  ...(['General', 'Providers and keys', 'Models and prices', 'Operations', 'Budget', 'Keys', 'Appearance', 'Storage and clean-up', 'About'] as const).map((page) => ({
    name: `settings-${page.split(' ')[0]?.toLowerCase() ?? ''}`,
    show: (studio: Studio) => studio.openSettings(page),
    leave: (studio: Studio) => studio.closeSettings(),
  })),
]

export const escape = (studio: Studio): Promise<void> => studio.page.keyboard.press('Escape')
export const nothing = async (): Promise<void> => {}
export const press = (name: string, keys: string, leave: Scene['leave'] = nothing): Scene => ({ name, show: (studio) => studio.page.keyboard.press(keys), leave })

const parted = /It starts on the day/

/** Every page, drawer and sheet over branches that parted (`seedParted`). */
export const pages: readonly Scene[] = [
  { name: 'context menu', show: (studio) => studio.step(parted).click({ button: 'right' }), leave: escape },
  press('peek', '.', escape),
  press('step details', 'ControlOrMeta+i', escape),
  {
    name: 'chosen steps',
    show: async (studio) => {
      await studio.step(parted).click({ modifiers: ['ControlOrMeta'] })
      await studio.step(/How long can I/).click({ modifiers: ['ControlOrMeta'] })
    },
    leave: escape,
  },
  {
    name: 'search',
    show: async (studio) => {
      await studio.page.keyboard.press('ControlOrMeta+Shift+f')
      await studio.page.keyboard.type('delivery')
      await expect(studio.dialog.getByRole('option').first()).toBeVisible()
    },
    leave: escape,
  },
  {
    name: 'join',
    show: async (studio) => {
      await studio.step(/Only on odds/).click()
      await studio.page.keyboard.press('m')
      await expect(studio.dialog.getByRole('button', { name: 'Decide the conflicts' })).toBeVisible()
    },
    leave: escape,
  },
  ...(['Log', 'Review', 'Diff', 'Timeline'] as const).map((name): Scene => ({ name: `drawer: ${name.toLowerCase()}`, show: (studio) => studio.dockTab(name).click(), leave: nothing })),
  press('a past moment', ',', async (studio) => {
    await escape(studio)
    await studio.dockTab('Timeline').click()
  }),
  press('graph', 'Alt+2'),
  press('review', 'Alt+3'),
  press('compare', 'Alt+4'),
  press('forensics', 'Alt+5', (studio) => studio.page.keyboard.press('Alt+1')),
  {
    name: 'an old step',
    show: async (studio) => {
      await studio.answer(/within 30 days/).click()
      await studio.page.keyboard.press('o')
      await expect(studio.feed.getByText('later steps, not in this view')).toBeVisible()
    },
    leave: (studio) => studio.page.keyboard.press('ControlOrMeta+Shift+g'),
  },
  {
    name: 'a merge that waits',
    show: async (studio) => {
      await studio.step(/Only on odds/).click()
      await studio.page.keyboard.press('m')
      await studio.dialog.getByRole('button', { name: 'Decide the conflicts' }).click()
      await expect(studio.dialog.getByText('0 of 1 decided')).toBeVisible()
    },
    leave: escape,
  },
  { name: 'its strip', show: (studio) => expect(studio.chat.getByRole('button', { name: 'Continue' })).toBeVisible(), leave: nothing },
]

/** No network, and then a file that takes no changes any more: last of all. */
export const cutOff: readonly Scene[] = [
  { name: 'offline', show: (studio) => setNetwork(studio, false), leave: (studio) => setNetwork(studio, true) },
  {
    name: 'to read only',
    show: async (studio) => {
      await studio.page.keyboard.press('ControlOrMeta+o')
      await studio.dialog.getByRole('button', { name: 'Open Work to read only' }).click()
      await expect(studio.page.getByRole('status').filter({ hasText: 'is open to read only since' })).toBeVisible()
    },
    leave: nothing,
  },
]

const setNetwork = ({ page }: Studio, isOnline: boolean): Promise<void> =>
  page.evaluate((isOn) => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => isOn })
    window.dispatchEvent(new Event(isOn ? 'online' : 'offline'))
  }, isOnline)
