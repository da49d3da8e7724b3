import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { findInTree, listRunning, listTree } from './processes.ts'

test.skip(process.platform === 'win32', 'signals are another thing on Windows')

const root = join(import.meta.dirname, '../..')
let folder = ''
let npm: ChildProcess | undefined

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'launch-'))
})
test.afterEach(() => {
  if (npm?.pid && npm.exitCode === null && npm.signalCode === null) process.kill(-npm.pid, 'SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const endings: readonly { readonly name: string; readonly end: (npmPid: number) => void }[] = [
  { name: 'Ctrl-C in the terminal', end: (pid) => process.kill(-pid, 'SIGINT') },
  { name: 'npm asked to end', end: (pid) => process.kill(pid, 'SIGTERM') },
  { name: 'npm killed', end: (pid) => process.kill(pid, 'SIGKILL') },
  { name: 'the launcher killed', end: (pid) => process.kill(findInTree(pid, 'scripts/start.mjs'), 'SIGKILL') },
]

for (const { name, end } of endings) {
  test(`${name} leaves no process behind`, async () => {
    const { pid, url } = await start(['--web', '--no-open', '--workspace', join(folder, 'work.tract')])
    const tree = listTree(pid)
    expect(listRunning([findInTree(pid, join('out', 'main', 'web.js'))])).toHaveLength(1)
    expect((await fetch(url)).status).toBe(200)
    end(pid)
    await expect.poll(() => listRunning(tree), { timeout: 10_000 }).toEqual([])
  })
}

test('an unknown option is named, with the usage, and nothing starts', async () => {
  const { text, code } = await runToEnd(['--wat'])
  expect(code).not.toBe(0)
  expect(text).toContain('Unknown option: --wat\n\nnpm start -- [options]')
  expect(text).not.toContain('Tract Studio ready')
})

/** Runs `npm start` as a person in a terminal does, and waits for its address. */
async function start(options: readonly string[]): Promise<{ pid: number; url: string }> {
  npm = spawnNpm(options)
  let text = ''
  for await (const part of npm.stdout ?? []) {
    text += String(part)
    const url = /^Tract Studio ready: (\S+)\n/m.exec(text)?.[1]
    if (url && npm.pid) return { pid: npm.pid, url }
  }
  throw new Error(`npm start ended before it was ready: ${text}`)
}

async function runToEnd(options: readonly string[]): Promise<{ text: string; code: number | null }> {
  const child = spawnNpm(options)
  let text = ''
  child.stdout?.on('data', (part) => (text += String(part)))
  child.stderr?.on('data', (part) => (text += String(part)))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { text, code }
}

function spawnNpm(options: readonly string[]): ChildProcess {
  const env = { ...process.env, TRACT_STUDIO_DATA: join(folder, 'data') }
  return spawn('npm', ['start', '--silent', '--', ...options], { cwd: root, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
}
