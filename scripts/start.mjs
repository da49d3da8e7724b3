import { resolve } from 'node:path'
import { checkPort, readArguments, usage } from './steps/arguments.mjs'
import { hasDisplay } from './steps/display.mjs'
import { electronVersion, getElectron } from './steps/electron.mjs'
import { runElectron } from './steps/electronHost.mjs'
import { leaveWhenAsked } from './steps/leave.mjs'
import { prepareApp } from './steps/prepare.mjs'
import { inRoot } from './steps/root.mjs'
import { giveUp, say } from './steps/say.mjs'
import { runWebHost } from './steps/webHost.mjs'

/** @type {import('./steps/arguments.mjs').Flags} */
const known = {
  '--web': { says: 'in the browser, even where the desktop window could open' },
  '--no-open': { says: 'in the browser, but open nothing: only print the address' },
  '--workspace': { value: 'FILE', says: 'the workspace file to open; made if it is not there' },
  '--port': { value: 'N', says: 'in the browser, on this port of 127.0.0.1 (default: any free one)', check: checkPort },
  '--help': { says: 'this text' },
}
const help = usage('npm start -- [options]: installs and builds what is needed, and opens Tract Studio.', known)

const { flags, words, problem } = readArguments(process.argv.slice(2), known)
const wrong = problem ?? (words[0] === undefined ? null : `Unknown argument: ${words[0]}`)
if (wrong !== null) giveUp(`${wrong}\n\n${help}`, 2)
if (flags['--help']) {
  say(help)
  process.exit(0)
}

leaveWhenAsked({ SIGINT: 0 }) // Ctrl-C is how one ends it
const node = await prepareApp()
const workspace = typeof flags['--workspace'] === 'string' ? resolve(process.env['INIT_CWD'] ?? '.', flags['--workspace']) : null
const desktop = await findDesktop()
if ('binary' in desktop) {
  say(`Tract Studio runs in its own window (Electron ${electronVersion()}). Close it, or press Ctrl-C here, to stop.`)
  const { code, failed } = await runElectron(desktop.binary, workspace)
  if (!failed) process.exit(code)
  say(`Electron ended at once (exit code ${code}); Tract Studio starts in the browser instead: the same app.`)
} else say(`Tract Studio starts in the browser, because ${desktop.why}. It is the same app.`)

const hostArguments = [
  inRoot('out', 'main', 'web.js'),
  '--with-parent',
  ...(workspace === null ? [] : ['--workspace', workspace]),
  ...(typeof flags['--port'] === 'string' ? ['--port', flags['--port']] : []),
]
process.exit(await runWebHost(node, hostArguments, { open: flags['--no-open'] === undefined }))

/** @returns {Promise<{ binary: string } | { why: string }>} */
async function findDesktop() {
  for (const flag of ['--web', '--no-open', '--port']) if (flags[flag] !== undefined) return { why: `${flag} was given` }
  if (!hasDisplay()) return { why: 'there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set)' }
  return getElectron(node)
}
