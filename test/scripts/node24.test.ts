import { describe, expect, test } from 'vitest'
import { chooseNode } from '../../scripts/steps/node24.mjs'

const versions: Readonly<Record<string, string | null>> = { packaged: '24.21.0', own20: '20.20.2', own26: '26.0.1', broken: null, silent: '' }
const choose = (...paths: string[]) => chooseNode(paths, (path) => versions[path] ?? null)

describe('which Node runs the app', () => {
  test.each([
    ['the one among the packages, also where the machine has a newer one', ['packaged', 'own26'], 'packaged'],
    ["the machine's own where the package is not there", ['missing', 'own26'], 'own26'],
    ["the machine's own where the packaged one doesn't run", ['broken', 'silent', 'own26'], 'own26'],
    ['none where the machine has an older one only', ['missing', 'own20'], null],
  ])('%s', (_, paths, chosen) => {
    expect(choose(...paths)).toBe(chosen)
  })
})
