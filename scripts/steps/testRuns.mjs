import { provideChromium } from './chromium.mjs'
import { run } from './children.mjs'
import { countPlaywright, countVitest, one, sum, withExitCode } from './count.mjs'
import { hasDisplay } from './display.mjs'
import { electronVersion, findElectron } from './electron.mjs'
import { plainWhereUnwatched, readReport, reportPath } from './report.mjs'
import { inRoot } from './root.mjs'
import { say } from './say.mjs'

/** Only against a run that hangs: the property suites take minutes, and longer on a slow machine. */
const limitMs = 40 * 60_000

/** Unit and contract tests. @param {string} node */
export async function runUnit(node) {
  const path = reportPath('unit.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`]
  const code = await run(node, [inRoot('node_modules', 'vitest', 'vitest.mjs'), 'run', ...reporters], { limitMs, env: plainWhereUnwatched(), stdio: ['ignore', 'inherit', 'inherit'] })
  const report = readReport(path)
  return withExitCode(report && countVitest(report), code)
}

/** End-to-end tests of the built app, in a real browser, and in Electron where its binary is. @param {string} node */
export async function runEndToEnd(node) {
  const chromium = await provideChromium(node)
  if ('why' in chromium) {
    say(chromium.why)
    return one(false)
  }
  const path = reportPath('e2e.json')
  const env = { ...plainWhereUnwatched(), CHROMIUM_PATH: chromium.path, PLAYWRIGHT_JSON_OUTPUT_NAME: path }
  const code = await run(node, [inRoot('node_modules', '@playwright', 'test', 'cli.js'), 'test', '--reporter=list,json'], { limitMs, env, stdio: ['ignore', 'inherit', 'inherit'] })
  const report = readReport(path)
  const count = withExitCode(report && countPlaywright(report), code)
  return sum([count, electronSkipped()])
}

/** Takes every picture of docs/screenshots anew. @param {string} node */
export async function takePictures(node) {
  const chromium = await provideChromium(node)
  if ('why' in chromium) {
    say(chromium.why)
    return 1
  }
  const env = { ...plainWhereUnwatched(), CHROMIUM_PATH: chromium.path, SHOTS: inRoot('docs', 'screenshots') }
  return run(node, [inRoot('node_modules', '@playwright', 'test', 'cli.js'), 'test', '--project=web', '--grep', '1440', 'screenshots.spec.ts'], { limitMs, env })
}

/** The whole Electron run counts as one skipped where it can't be made. */
function electronSkipped() {
  const why = whyNoElectron()
  if (why === null) return { passed: 0, failed: 0, skipped: 0 }
  say(`The end-to-end tests were skipped in Electron: ${why}. They ran in the browser only.`)
  return { passed: 0, failed: 0, skipped: 1 }
}

/** Why the end-to-end tests can't run in Electron here; null where they can. */
export function whyNoElectron() {
  if (findElectron() === null) return `the binary of Electron ${electronVersion()} is not here ("npm start" fetches it where it can)`
  return hasDisplay() ? null : 'there is no display'
}
