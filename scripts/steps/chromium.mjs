import { existsSync } from 'node:fs'
import { findChromium, findPlaywrightChromium } from './browsers.mjs'
import { capture } from './children.mjs'
import { inRoot, isRoot } from './root.mjs'
import { head, say } from './say.mjs'

const limitMs = 5 * 60_000

/** A Chromium for the end-to-end tests: the machine's, Playwright's, else one it fetches. Says which. @param {string} node @returns {Promise<{ path: string } | { why: string }>} */
export async function provideChromium(node) {
  const asked = process.env['CHROMIUM_PATH']
  if (asked && !existsSync(asked)) return { why: `CHROMIUM_PATH names ${asked}, which is not there.` }
  const here = found(findChromium(), asked ? 'named by CHROMIUM_PATH' : 'the browser of this machine') ?? found(findPlaywrightChromium(), 'the one Playwright downloaded')
  return here ?? (await fromDebian()) ?? (await fromPlaywright(node)) ?? { why: noBrowser }
}

/** Only as root, and only where there is apt-get: the one way that also brings the libraries it needs. */
async function fromDebian() {
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return null
  say('No browser is here; installing Debian\'s chromium with apt-get (about a minute).')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const { code, text } = await capture('apt-get', ['-qq', ...args], { env, limitMs })
    if (code !== 0) {
      say(`apt-get ${args[0]} ended with ${code}: ${head(text, 5)}`)
      return null
    }
  }
  return found(findChromium(), 'Debian\'s package, just installed')
}

/** @param {string} node */
async function fromPlaywright(node) {
  say('No browser is here; asking Playwright to download its Chromium.')
  const { code, text } = await capture(node, [inRoot('node_modules', 'playwright', 'cli.js'), 'install', 'chromium'], { limitMs })
  if (code !== 0) say(head(text, 5))
  return found(findPlaywrightChromium(), 'downloaded by Playwright, just now')
}

/** @param {string | null} path @param {string} which */
function found(path, which) {
  if (path === null) return null
  say(`Chromium for the end-to-end tests: ${path} (${which}).`)
  return { path }
}

const noBrowser =
  'The end-to-end tests need Chromium, and none could be had: no browser of its family is installed, and neither apt-get (as root) nor Playwright\'s download worked. ' +
  'Install Chromium or Chrome, or set CHROMIUM_PATH to one, and run this again.'
