import { protocol } from 'electron'
import type { Session } from 'electron'
import type { PageFiles } from '../pageFiles.ts'
import { contentSecurityPolicy } from '../pageHeaders.ts'
import { pageOrigin, scheme } from './policy.ts'

/** Makes our scheme one that pages can live under. Before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

/** Serves the built page from memory, with its policy as a header. A path is looked up, never joined to another. */
export function servePage(session: Session, files: PageFiles): void {
  session.protocol.handle(scheme, ({ url, method }) => {
    const { origin, pathname } = splitUrl(url)
    const file = origin === pageOrigin && method === 'GET' ? files.get(pathname) : undefined
    if (!file) return new Response(null, { status: 404 })
    const headers = { 'Content-Type': file.type, 'Content-Security-Policy': contentSecurityPolicy, 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' }
    return new Response(new Uint8Array(file.body), { headers })
  })
}

/** `URL.origin` is "null" for a scheme Node doesn't know. */
function splitUrl(url: string): { readonly origin: string; readonly pathname: string } {
  const { protocol: name, host, pathname } = new URL(url)
  return { origin: `${name}//${host}`, pathname }
}
