import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const watcher = `import { stopWithParent } from '${join(import.meta.dirname, '../../main/stopWithParent.ts')}'; stopWithParent(() => process.exit(7)); console.log('watching'); setInterval(() => {}, 1000)`
const node = ['--input-type=module', '-e', watcher]
const firstWords = (stream: NodeJS.ReadableStream): Promise<string> => new Promise((resolve) => stream.once('data', (words: Buffer) => resolve(words.toString())))

test('a process ends when the pipe from its starter closes', async () => {
  const child = spawn(process.execPath, node, { stdio: ['pipe', 'pipe', 'inherit'] })
  await firstWords(child.stdout)
  child.stdin.end()
  expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(7)
})

test('a process ends when its starter is killed', async () => {
  const starter = `const child = require('node:child_process').spawn(process.execPath, ${JSON.stringify(node)}, { stdio: ['ignore', 'inherit', 'inherit'] })`
  const middle = spawn(process.execPath, ['-e', starter], { stdio: ['ignore', 'pipe', 'inherit'] })
  await firstWords(middle.stdout)
  const ended = new Promise<string>((resolve) => middle.stdout.once('end', () => resolve('ended'))) // when the last holder of the pipe is gone
  middle.kill('SIGKILL')
  expect(await ended).toBe('ended')
})
