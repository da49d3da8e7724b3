import { findChromium } from './browsers.mjs'
import { hasDisplay } from './display.mjs'
import { say } from './say.mjs'
import { openTab, openWindow } from './window.mjs'

const stop = 'Ctrl-C stops Tract Studio.'
const atOnceMs = 3000

/** Where the page is shown: a window of its own, a tab of the default browser, or nowhere, and then a person is told to open it. */
export function createScreen() {
  const browser = hasDisplay() ? findChromium() : null
  /** @type {ReturnType<typeof openWindow> | null} */
  let current = null

  /** Shows the address, in place of the one shown before. Resolves (with 0) only when a person closed our window. @param {string} url @returns {Promise<number>} */
  async function show(url) {
    if (!hasDisplay()) return stay(`Open this address in a browser. ${stop}`)
    if (browser === null) return stay((await openTab(url)) ? `It opens in your browser. ${stop}` : `Open this address in a browser. ${stop}`)
    current?.close()
    const began = performance.now()
    const mine = openWindow(browser, url)
    current = mine
    const code = await mine.closed
    if (current !== mine) return forever
    if (code !== 0 && performance.now() - began < atOnceMs) return stay(`${browser} did not open (exit code ${code}). Open this address in a browser. ${stop}`)
    return 0
  }

  return { show }
}

/** @param {string} words @returns {Promise<never>} */
function stay(words) {
  say(words)
  return forever
}

/** @type {Promise<never>} */
const forever = new Promise(() => {})
