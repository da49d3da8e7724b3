import type { IncomingMessage } from 'node:http'
import type { Asked } from './admit.ts'

/** What the guard needs to know of a request. A header that comes twice counts as absent: two answers to one question are none. */
export function askedBy(request: IncomingMessage, isUpgrade: boolean): Asked {
  return {
    method: request.method ?? '',
    isUpgrade,
    host: single(request, 'host'),
    origin: single(request, 'origin'),
    site: single(request, 'sec-fetch-site'),
    contentType: single(request, 'content-type'),
    token: isUpgrade ? socketToken(request) : bearerToken(request),
  }
}

/** The path that is asked for, without its query. */
export const pathOf = (request: IncomingMessage): string => (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/'

/** A page opens its socket with the subprotocols `tract` and `tract.<token>`: a browser lets it set no header. */
export const subprotocol = 'tract'

export function subprotocols(request: IncomingMessage): readonly string[] {
  return (single(request, 'sec-websocket-protocol') ?? '').split(',').map((name) => name.trim())
}

function socketToken(request: IncomingMessage): string | null {
  const prefix = `${subprotocol}.`
  return subprotocols(request).find((name) => name.startsWith(prefix))?.slice(prefix.length) ?? null
}

const bearerToken = (request: IncomingMessage): string | null => /^Bearer (\S+)$/.exec(single(request, 'authorization') ?? '')?.[1] ?? null

function single({ rawHeaders }: IncomingMessage, name: string): string | null {
  const values = rawHeaders.filter((_, i) => i % 2 === 1 && rawHeaders[i - 1]?.toLowerCase() === name)
  return values.length === 1 ? (values[0] ?? null) : null
}
