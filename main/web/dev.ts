import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { createServer } from 'vite'
import buildConfig from '../../electron.vite.config.ts'
import { contentPolicy } from '../pageHeaders.ts'
import type { PageSource } from './host.ts'

/**
 * The page straight from its sources, with hot reload on the same port. The build tool writes scripts and styles into the page; they carry the
 * nonce of this start, everything else of the policy stays. Trusted types are left out: the tool's own overlay breaks them.
 */
export async function devPage(server: () => Server): Promise<PageSource> {
  const root = join(import.meta.dirname, '../..')
  const nonce = randomBytes(16).toString('base64')
  const { plugins = [] } = (buildConfig as { renderer: { plugins?: [] } }).renderer
  const vite = await createServer({
    configFile: false,
    root: join(root, 'renderer'),
    plugins,
    appType: 'spa',
    html: { cspNonce: nonce },
    clearScreen: false,
    logLevel: 'warn',
    server: { middlewareMode: true, hmr: { server: server() }, cors: false, fs: { allow: ['renderer', 'core/model', 'main/contract', 'node_modules'].map((folder) => join(root, folder)) } },
  })
  return {
    servePage(request, response) {
      response.setHeader('Content-Security-Policy', devPolicy(nonce))
      vite.middlewares(request, response)
    },
    isForeign: (request) => request.headers['sec-websocket-protocol']?.startsWith('vite-') === true,
    close: () => vite.close(),
  }
}

function devPolicy(nonce: string): string {
  return contentPolicy
    .filter((line) => !line.includes('trusted-types'))
    .map((line) => (/^(?:script|style)-src /.test(line) ? `${line} 'nonce-${nonce}'` : line))
    .join('; ')
}
