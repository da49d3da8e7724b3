import { chromium } from '@playwright/test'
import type { Page } from '@playwright/test'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import config from '../../playwright.config.ts'
import { startWebHost } from '../../test/e2e/webHost.ts'

export type OpenStudio = AsyncDisposable & { readonly page: Page }

/** The built app on a file, in a real browser, as the end-to-end tests have it. `server`: a model server that answers. */
export async function openStudio(folder: string, file: string, server?: string): Promise<OpenStudio> {
  const dataDir = join(folder, 'data')
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(join(dataDir, 'settings.json'), JSON.stringify(server === undefined ? {} : settingsFor(server)))
  const host = await startWebHost({ file, dataDir })
  const launch = config.projects?.find(({ name }) => name === 'web')?.use?.launchOptions ?? {}
  const browser = await chromium.launch({ ...launch, args: [...(launch.args ?? []), '--enable-precise-memory-info'] })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(host.url)
  return {
    page,
    async [Symbol.asyncDispose]() {
      await browser.close()
      await host.stop()
    },
  }
}

const settingsFor = (url: string): object => ({
  providers: [{ id: 'local', kind: 'openai', name: 'Local', baseUrl: url, models: ['local-1'] }],
  chat: { provider: 'local', model: 'local-1', temperature: null },
})
