import { expect, test } from 'vitest'
import { searchSettings, settingsIndex } from '../../../renderer/settings/settingsIndex.ts'

const find = (typed: string): string[] => searchSettings(typed, (page) => page).map(({ title }) => title)

test('a setting is found by its title, by its page and by other words, the title first', () => {
  expect([find('price')[0], find('temperature'), find('OLLAMA')[0], find('operations').length]).toEqual(['Prices', ['Configs'], 'Ollama context size', 4])
})

test('every word that was typed has to fit', () => expect([find('token budget'), find('token zebra')]).toEqual([['Token budget'], []]))

test('nothing typed finds nothing', () => expect(find('  ')).toEqual([]))

test('each entry can be told from every other', () => expect(new Set(settingsIndex.map(({ page, title }) => `${page} ${title}`)).size).toBe(settingsIndex.length))
