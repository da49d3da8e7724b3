import { resolve } from 'node:path'
import { checkPort, readArguments, usage } from './steps/arguments.mjs'
import { run } from './steps/children.mjs'
import { hasDisplay } from './steps/display.mjs'
import { findElectron } from './steps/electron.mjs'
import { leaveWhenAsked } from './steps/leave.mjs'
import { prepare } from './steps/prepare.mjs'
import { inRoot, isRoot } from './steps/root.mjs'
import { giveUp, say } from './steps/say.mjs'
import { runWebHost } from './steps/webHost.mjs'

/** @type {import('./steps/arguments.mjs').Flags} */
const known = {
  '--web': { says: 'in the browser, even where the desktop window could open' },
  '--no-open': { says: 'in the browser, but open nothing: only print the address' },
  '--workspace': { value: 'FILE', says: 'the workspace file to open; made if it is not there' },
  '--port': { value: 'N', says: 'in the browser, on this port of 127.0.0.1', check: checkPort },
}
const { flags, words, problem } = readArguments(process.argv.slice(2), known)
const wrong = problem ?? (words[0] === undefined ? null : `Unknown argument: ${words[0]}`)
if (wrong !== null) giveUp(`${wrong}\n\n${usage('npm run dev -- [options]: the app with hot reload.', known)}`, 2)

leaveWhenAsked({ SIGINT: 0 })
const node = await prepare()
const workspace = typeof flags['--workspace'] === 'string' ? ['--workspace', resolve(process.env['INIT_CWD'] ?? '.', flags['--workspace'])] : []
const port = typeof flags['--port'] === 'string' ? ['--port', flags['--port']] : []
const why = whyWeb()
if (why === null) {
  say('Hot reload in Electron: the page at once, the main process by a restart.')
  const vite = [inRoot('node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'dev', '--watch', ...(isRoot ? ['--noSandbox'] : [])]
  process.exit(await run(node, [...vite, '--', '--with-parent', ...workspace]))
}
say(`Hot reload in the browser, because ${why}: the page at once, the host by a restart.`)
const host = ['--watch', '--watch-preserve-output', inRoot('main', 'web', 'index.ts'), '--dev', '--with-parent', ...workspace, ...port]
process.exit(await runWebHost(node, host, { open: flags['--no-open'] === undefined }))

/** Why not Electron; null where it is to be Electron. Nothing is downloaded here: `npm start` does that. */
function whyWeb() {
  for (const flag of ['--web', '--no-open', '--port']) if (flags[flag] !== undefined) return `${flag} was given`
  if (!hasDisplay()) return 'there is no display'
  return findElectron() === null ? 'Electron is not downloaded (npm start does that where it can)' : null
}
