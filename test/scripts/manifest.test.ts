import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findLoose } from '../../scripts/steps/manifest.mjs'

test('a version that npm could choose for us is named', () => {
  const manifest = { dependencies: { a: '1.2.3', b: '^1.2.3', c: 'latest' }, devDependencies: { d: '1.2.3-beta.1', e: '1.x' }, optionalDependencies: { f: '*' } }
  expect(findLoose(manifest)).toEqual(['b (^1.2.3)', 'c (latest)', 'e (1.x)', 'f (*)'])
})

test('package.json names exact versions only', () => {
  expect(findLoose(JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')))).toEqual([])
})
