import type { Page } from '@playwright/test'

/** Collects everything a page must never do. */
export type Guard = {
  /** Watches a page from before its first request on. `origin` is where it may go, and nowhere else. */
  watch(page: Page, origin: () => string): Promise<void>
  /** Says that a test brings about console errors with these words: a host that is gone, say. */
  allow(words: RegExp): void
  readonly problems: readonly string[]
}

export function createGuard(): Guard {
  const problems: string[] = []
  const allowed: RegExp[] = []
  const note = (problem: string): void => {
    if (!allowed.some((words) => words.test(problem))) problems.push(problem)
  }
  return {
    problems,
    allow: (words) => void allowed.push(words),
    async watch(page, origin) {
      page.on('pageerror', (error) => note(`page error: ${error.stack ?? error.message}`))
      page.on('console', (message) => {
        if (message.type() === 'error') note(`console: ${message.text()} (${message.location().url})`)
      })
      page.on('request', (request) => {
        if (!isOwn(request.url(), origin())) note(`request to ${request.url()}`)
      })
      page.on('websocket', (socket) => {
        if (!isOwn(socket.url().replace(/^ws/, 'http'), origin())) note(`socket to ${socket.url()}`)
      })
      page.on('popup', (popup) => note(`window opened: ${popup.url()}`))
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => console.error(`policy violated: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`))
      })
    },
  }
}

const isOwn = (url: string, origin: string): boolean => /^(?:data|blob|about):/.test(url) || url === origin || url.startsWith(`${origin}/`)
