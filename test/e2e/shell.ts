import { _electron } from '@playwright/test'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { join } from 'node:path'
import { findElectron } from '../../scripts/steps/electron.mjs'
import { isRoot } from '../../scripts/steps/root.mjs'
import type { Guard } from './guard.ts'
import { hostEnvironment, startWebHost } from './webHost.ts'
import type { HostOptions, WebHost } from './webHost.ts'

/** The app in one of its two hosts, with a window on it. */
export type Shell = {
  readonly page: Page
  /** The address of the page; null where it has none that could be opened elsewhere. */
  readonly url: string | null
  readonly port: number
  stop(): Promise<void>
  kill(): Promise<void>
  /** What our own code wrote to the error output: in the desktop app that is Chromium's, which says much that means nothing. */
  errors(): string
}
export type OpenShell = (options: HostOptions) => Promise<Shell>

/** A web host, seen in one browser context: its windows and its storage stay when the host is started again. */
export function webShells(browser: Browser, guard: Guard): { readonly open: OpenShell; readonly close: () => Promise<unknown> } {
  let context: BrowserContext | null = null
  let page: Page | null = null
  let origin = ''
  /** The window goes first, as when a person is done. */
  const leave = async (host: WebHost): Promise<void> => {
    await page?.goto('about:blank')
    await host.stop()
  }
  /** The window stays and finds its host gone, which the browser notes in its console. */
  const cutOff = (host: WebHost): Promise<void> => {
    guard.allow(/net::ERR_CONNECTION_(?:REFUSED|RESET)|Connection closed before receiving/)
    guard.allow(new RegExp(`^(?:request|socket) to (?:http|ws)://127\\.0\\.0\\.1:${host.port}/`)) // tried again while the next host starts
    return host.kill()
  }
  return {
    async open(options) {
      const host = await startWebHost(options)
      origin = new URL(host.url).origin
      context ??= await browser.newContext()
      page ??= await newWatchedPage(context, guard, () => origin)
      await page.goto(host.url)
      return { ...host, page, stop: () => leave(host), kill: () => cutOff(host) }
    },
    close: async () => context?.close(),
  }
}

export async function newWatchedPage(context: BrowserContext, guard: Guard, origin: () => string): Promise<Page> {
  const page = await context.newPage()
  await guard.watch(page, origin)
  return page
}

const root = join(import.meta.dirname, '../..')

/** The desktop app. Every start is a new window. */
export function electronShells(guard: Guard): { readonly open: OpenShell; readonly close: () => Promise<unknown> } {
  let last: { close(): Promise<void> } | null = null
  return {
    async open({ file, dataDir }) {
      const app = await _electron.launch({
        executablePath: findElectron() ?? '',
        args: [...(isRoot ? ['--no-sandbox'] : []), root, '--workspace', file],
        env: hostEnvironment(dataDir),
      })
      last = app
      const page = await app.firstWindow()
      await guard.watch(page, () => new URL(page.url()).origin === 'null' ? 'app://tract' : new URL(page.url()).origin)
      const ended = new Promise<void>((resolve) => app.process().once('exit', () => resolve()))
      const kill = async (): Promise<void> => {
        app.process().kill('SIGKILL')
        await ended
      }
      return { page, url: null, port: 0, stop: () => app.close(), kill, errors: () => '' }
    },
    close: async () => last?.close().catch(() => {}),
  }
}
