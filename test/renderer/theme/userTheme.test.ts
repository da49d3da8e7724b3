import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { textPairs } from '../../../renderer/theme/contrast.ts'
import { colourNames, coloursAsJson, readColours } from '../../../renderer/theme/userTheme.ts'

const tokens = readFileSync(join(import.meta.dirname, '../../../renderer/theme/tokens.css'), 'utf8')

test('every colour that can be named is one of the app', () => expect(colourNames.filter((name) => !tokens.includes(`--${name}:`))).toEqual([]))

test('every colour that is measured can be named', () => expect([...new Set(textPairs.flatMap(({ text, on, wash }) => [text, on, ...(wash === undefined ? [] : [wash])]))].filter((name) => !colourNames.includes(name))).toEqual([]))

test('a theme comes back as it was written out', () => {
  const colours = { dark: { 'bg-pane': '#101216', 'bg-hover': 'rgb(255 255 255 / .05)' } }
  expect([readColours(coloursAsJson(colours)), readColours(coloursAsJson({}))]).toEqual([{ kind: 'colours', colours }, { kind: 'colours', colours: {} }])
})

test.each([
  ['half of it', '{"dark": {', 'This is no JSON'],
  ['a list', '[1]', 'It should look like { "dark": { "bg-pane": "#101216" } }'],
  ['another theme', '{"sepia": {}}', '“sepia” is no theme: there are "light" and "dark"'],
  ['no colours in a theme', '{"dark": 5}', 'It should look like { "dark": { "bg-pane": "#101216" } }'],
  ['a name of another app', '{"dark": {"bg-panel": "#fff"}}', '“bg-panel” in "dark" is no colour of the app; did you mean "bg-app"?'],
  ['a colour by name', '{"light": {"text": "red"}}', '“text” in "light" needs a colour such as "#2b4cb1" or "rgb(43 76 177 / .5)"'],
  ['something that loads', '{"light": {"text": "url(https://evil.example)"}}', '“text” in "light" needs a colour such as "#2b4cb1" or "rgb(43 76 177 / .5)"'],
])('%s is told and nothing of it taken', (_, text, problem) => expect(readColours(text)).toEqual({ kind: 'problem', problem }))
