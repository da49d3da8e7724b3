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
