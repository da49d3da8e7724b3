import { run } from './children.mjs'
import { isRoot, root } from './root.mjs'

const atOnceMs = 5000

/** Runs the desktop app until its window is closed. `failed`: it ended at once and not well (a missing library, a refused sandbox).
 * @param {string} binary @param {string | null} workspace @returns {Promise<{ code: number, failed: boolean }>} */
export async function runElectron(binary, workspace) {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env // set in some editors' terminals; it would make Electron a plain Node
  const began = performance.now()
  const code = await run(binary, electronArguments(workspace), { env, stdio: ['ignore', 'inherit', 'inherit'] })
  return { code, failed: code !== 0 && performance.now() - began < atOnceMs }
}

/** @param {string | null} workspace */
function electronArguments(workspace) {
  const sandbox = isRoot && process.platform === 'linux' ? ['--no-sandbox'] : [] // Chromium refuses its sandbox to root
  return [...sandbox, root, '--with-parent', ...(workspace === null ? [] : ['--workspace', workspace])]
}
