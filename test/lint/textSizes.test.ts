import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('every text has a size of the theme, which grows with the setting: none is in pixels', () => {
  const files = readdirSync('renderer', { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path))
  const fixed = files.flatMap((path) => [...readFileSync(`renderer/${path}`, 'utf8').matchAll(/\b(?:text|leading)-\[[\d.]+(?:px|rem)\]|\btext-[a-z\d]+\/(?:\d|\[\d)/g)].map(([found]) => `${path}: ${found}`))
  expect([files.length > 500, fixed]).toEqual([true, []])
})
