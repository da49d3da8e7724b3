import { endAll, launch } from './children.mjs'
import { createScreen } from './screen.mjs'

const readyLine = /^Tract Studio ready: (\S+)$/

/** Runs the web host and shows its page; returns the exit code once the host has ended or its window was closed.
 * The host's standard input stays open as long as we live: that is how it notices that we are gone.
 * @param {string} node @param {string[]} hostArguments @param {{ open: boolean }} options @returns {Promise<number>} */
export async function runWebHost(node, hostArguments, { open }) {
  const { child, ended } = launch(node, hostArguments, { stdio: ['pipe', 'pipe', 'inherit'] })
  const screen = createScreen()
  /** @type {Promise<number>} */
  const closed = new Promise((resolve) => {
    eachAddress(child, (url) => { if (open) void screen.show(url).then(resolve) })
  })
  const code = await Promise.race([ended.then(({ code: own }) => own ?? 1), closed])
  await endAll()
  return code
}

/** Passes on what the host writes, and picks the addresses out of it: one, or with hot reload one for each restart.
 * @param {import('./children.mjs').Child} host @param {(url: string) => void} tell */
function eachAddress(host, tell) {
  let line = ''
  host.stdout?.setEncoding('utf8').on('data', (/** @type {string} */ part) => {
    process.stdout.write(part)
    const lines = (line + part).split(/\r?\n/)
    line = lines.pop() ?? ''
    for (const whole of lines) {
      const url = readyLine.exec(whole)?.[1]
      if (url !== undefined) tell(url)
    }
  })
}
