import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { textPairs } from '../../renderer/theme/contrast.ts'
import { measureContrast, pairs } from '../../scripts/steps/contrast.mjs'

const tokens = readFileSync(join(import.meta.dirname, '../../renderer/theme/tokens.css'), 'utf8')

test('everything in our colours can be read, in all four themes', () => expect(measureContrast(tokens)).toEqual({ measured: 680, failed: [] }))

test('a colour that can’t be read is named with its theme and its ground', () => {
  const paled = tokens.replace('--text-3: var(--p-paper-600);', '--text-3: var(--p-paper-400);')
  const { failed } = measureContrast(paled)
  expect(failed).toContainEqual(expect.stringMatching(/^light: text-3 on bg-pane is [12]\.\d\d:1, less than 4\.5:1$/))
  expect(failed.every((line) => line.startsWith('light: text-3 on '))).toBe(true)
})

test('a token that has no colour is no pass', () => expect(() => measureContrast(tokens.replaceAll('--bg-code:', '--bg-cod:'))).toThrow('--bg-code'))

test('the page measures chosen colours by the same pairs of words', () => {
  const name = ({ text, on, wash, least }: { readonly text: string; readonly on: string; readonly wash?: string; readonly least: number }): string => `${text} ${wash ?? ''} ${on} ${least}`
  const lanes = /^lane-/
  expect(textPairs.map(name).toSorted()).toEqual(pairs.filter(({ text, least }) => least === 4.5 && !lanes.test(text)).map(name).toSorted())
})
