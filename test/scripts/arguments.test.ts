import { describe, expect, test } from 'vitest'
import { checkPort, readArguments, usage } from '../../scripts/steps/arguments.mjs'

const known = {
  '--web': { says: 'in the browser' },
  '--workspace': { value: 'FILE', says: 'the file' },
  '--port': { value: 'N', says: 'the port', check: checkPort },
}

describe('arguments', () => {
  test.each([
    [[], { flags: {}, words: [], problem: null }],
    [['--web', '--workspace', 'a b.tract', '--port=80'], { flags: { '--web': true, '--workspace': 'a b.tract', '--port': '80' }, words: [], problem: null }],
    [['--workspace=a=b.tract'], { flags: { '--workspace': 'a=b.tract' }, words: [], problem: null }],
    [['unit', '--web', 'e2e'], { flags: { '--web': true }, words: ['unit', 'e2e'], problem: null }],
    [['--wat'], { flags: {}, words: [], problem: 'Unknown option: --wat' }],
    [['-h=1'], { flags: {}, words: [], problem: 'Unknown option: -h' }],
    [['--toString'], { flags: {}, words: [], problem: 'Unknown option: --toString' }],
    [['--web=yes'], { flags: { '--web': true }, words: [], problem: '--web takes no value' }],
    [['--workspace'], { flags: {}, words: [], problem: '--workspace needs a value: --workspace FILE' }],
    [['--port', 'eighty'], { flags: { '--port': 'eighty' }, words: [], problem: '--port takes a number from 0 to 65535, not "eighty"' }],
    [['--port', '65536'], { flags: { '--port': '65536' }, words: [], problem: '--port takes a number from 0 to 65535, not "65536"' }],
  ])('%j', (argv, given) => {
    expect(readArguments(argv, known)).toEqual(given)
  })

  test('the usage names every flag, in columns', () => {
    expect(usage('npm start', known)).toBe('npm start\n\n  --web             in the browser\n  --workspace FILE  the file\n  --port N          the port')
  })
})
