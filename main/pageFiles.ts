import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

export type PageFile = { readonly type: string; readonly body: Buffer }
/** The built page by path (`/assets/index-1a2b.js`); `/` is the page itself. Nothing else can be asked for, so no path is ever joined. */
export type PageFiles = ReadonlyMap<string, PageFile>

const types: { readonly [ending: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.map': 'application/json',
}

/** Reads a built page into memory. Throws when there is none. */
export function readPageFiles(folder: string): PageFiles {
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`The page is not built: ${folder} has no index.html. Run \`npm run build\`.`)
  const files = new Map<string, PageFile>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)]
    if (!entry.isFile() || type === undefined) continue
    const path = join(entry.parentPath, entry.name)
    files.set(path.slice(folder.length).replaceAll('\\', '/'), { type, body: readFileSync(path) })
  }
  const page = files.get('/index.html')
  if (page) files.set('/', page)
  return files
}
