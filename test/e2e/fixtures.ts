/* oxlint-disable no-empty-pattern -- Playwright reads what a fixture needs from its first parameter, and takes nothing but a pattern */
import { test as base } from '@playwright/test'
import type { Browser } from '@playwright/test'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startAnthropicServer } from '../helpers/anthropicServer.ts'
import type { ModelServer } from '../helpers/modelServer.ts'
import { startOpenAIServer } from '../helpers/openaiServer.ts'
import { createGuard } from './guard.ts'
import type { Guard } from './guard.ts'
import { electronShells, webShells } from './shell.ts'
import type { OpenShell } from './shell.ts'
import { Studio } from './studio.ts'

export { expect } from '@playwright/test'

export const openaiKey = 'sk-e2e-openai-4f9d1c7a'
export const anthropicKey = 'sk-ant-e2e-8b02e5d3'

type LaunchOptions = {
  /** Writes the workspace file before the app opens it. */
  readonly seed?: (file: string) => void | Promise<void>
  /** A server that answers from the start, as one on this machine that wants no key. */
  readonly answersFrom?: ModelServer
  /** Tips are told; else nothing stands in the window that a test didn't ask for. */
  readonly hasTips?: boolean
  readonly port?: number
}
type Fixtures = {
  /** A folder of this test's own, gone afterwards. */
  folder: string
  guard: Guard
  shells: { readonly open: OpenShell; readonly close: () => Promise<unknown> }
  launch: (options?: LaunchOptions) => Promise<Studio>
  /** The app, freshly started on an empty file. */
  studio: Studio
  /** The same, with `local` answering. */
  connected: Studio
  /** Speak the providers' protocols and echo what they are told unless a test gives them a script. The first two take one key each. */
  openai: ModelServer
  anthropic: ModelServer
  local: ModelServer
}

/** Tests of the whole app. Each fails on any console error, page error, violated policy, foreign request, or error in the host's log. */
export const test = base.extend<Fixtures, { chromium: Browser | null }>({
  chromium: [
    async ({ playwright }, use, { project }) => {
      const browser = project.name === 'electron' ? null : await playwright.chromium.launch()
      await use(browser)
      await browser?.close()
    },
    { scope: 'worker' },
  ],
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'studio-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  guard: async ({}, use, info) => {
    const guard = createGuard()
    await use(guard)
    if (info.status === info.expectedStatus) base.expect(guard.problems).toEqual([])
  },
  shells: async ({ chromium, guard }, use) => {
    const shells = chromium === null ? electronShells(guard) : webShells(chromium, guard)
    await use(shells)
    await shells.close()
  },
  launch: async ({ shells, folder }, use, info) => {
    const started: Studio[] = []
    await use(async ({ seed, answersFrom, hasTips = false, port } = {}) => {
      const place = { file: join(folder, 'Work.tract'), dataDir: join(folder, 'data'), ...(port === undefined ? {} : { port }) }
      mkdirSync(place.dataDir, { recursive: true })
      const settings = join(place.dataDir, 'settings.json')
      const own = existsSync(settings) ? (JSON.parse(readFileSync(settings, 'utf8')) as object) : {} // a test may have put some there
      writeFileSync(settings, JSON.stringify({ ...own, ...(answersFrom !== undefined && settingsFor(answersFrom)), tips: { areOn: hasTips, told: [] } }))
      await seed?.(place.file)
      const studio = new Studio(shells.open, place, await shells.open(place))
      started.push(studio)
      await base.expect(studio.composer).toBeFocused()
      await base.expect(studio.page.locator('[data-skeleton]')).toHaveCount(0) // what a person waits for before they begin
      return studio
    })
    for (const studio of started) await studio.stop()
    if (info.status !== info.expectedStatus) return
    base.expect(started.map(({ shell }) => shell.errors())).toEqual(started.map(() => ''))
    base.expect(errorLines(folder)).toEqual([])
  },
  studio: async ({ launch }, use) => use(await launch()),
  connected: async ({ launch, local }, use) => use(await launch({ answersFrom: local })),
  openai: async ({}, use) => {
    const server = await startOpenAIServer({ key: openaiKey, models: ['gpt-test', 'gpt-other'] })
    await use(server)
    await server.close()
  },
  anthropic: async ({}, use) => {
    const server = await startAnthropicServer({ key: anthropicKey, models: ['claude-test'] })
    await use(server)
    await server.close()
  },
  local: async ({}, use) => {
    const server = await startOpenAIServer()
    await use(server)
    await server.close()
  },
})

const settingsFor = ({ url }: ModelServer): object => ({
  providers: [{ id: 'local', kind: 'openai', name: 'Local', baseUrl: url, models: ['local-1'] }],
  chat: { provider: 'local', model: 'local-1', temperature: null },
})

/** What the host itself noted as an error. */
function errorLines(folder: string): readonly string[] {
  return readLog(folder).split('\n').filter((line) => line.includes('"level":"error"'))
}

export function readLog(folder: string): string {
  return readFileSync(join(folder, 'data/logs/tract-studio.log'), 'utf8')
}
