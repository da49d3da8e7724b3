import { describe, expect, test } from 'vitest'
import { readArgs } from '../../../main/web/args.ts'

describe('the command line of the web host', () => {
  test('has defaults for everything', () => {
    expect(readArgs([])).toEqual({ port: 0, withParent: false, dev: false })
  })
  test('names the file, the port, and who watches', () => {
    expect(readArgs(['--workspace', 'a.tract', '--port', '4100', '--with-parent', '--dev'])).toEqual({ workspace: 'a.tract', port: 4100, withParent: true, dev: true })
  })
  test.each([[['--host', '0.0.0.0']], [['--port', '70000']], [['--port', 'x']], [['extra']]])('refuses %j', (args) => {
    expect(() => readArgs(args)).toThrow(/./)
  })
})
