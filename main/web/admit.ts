import { timingSafeEqual } from 'node:crypto'

/** What a request says of itself. Absent headers are null. */
export type Asked = {
  readonly method: string
  readonly isUpgrade: boolean
  readonly host: string | null
  readonly origin: string | null
  /** `Sec-Fetch-Site`: how a browser sees the page that asks. */
  readonly site: string | null
  readonly contentType: string | null
  /** As it came in the `Authorization` header, or as a subprotocol of the socket. Never from the address. */
  readonly token: string | null
}
export type Door = { readonly port: number; readonly token: string }
/** `noToken` is told apart so that guessing can be slowed down; whoever asks sees no difference. */
export type Admission = 'admitted' | 'refused' | 'noToken' | 'wrongToken'

/**
 * Whether a request for data may be served: our own host name, which no rebound name can have; our own page, which no other site can claim to be;
 * and the token of this start. There are no cookies, so a browser adds nothing to a request that another site makes.
 */
export function admit(asked: Asked, door: Door): Admission {
  if (!isOwnHost(asked.host, door)) return 'refused'
  if (!isFromOwnPage(asked)) return 'refused'
  if (asked.site !== null && asked.site !== 'same-origin' && asked.site !== 'none') return 'refused'
  if (!asked.isUpgrade && asked.method === 'POST' && !isJson(asked.contentType)) return 'refused'
  if (asked.token === null) return 'noToken'
  return isEqual(asked.token, door.token) ? 'admitted' : 'wrongToken'
}

/** Whether the page itself, which holds no data and so needs no token, may be served. */
export function admitPage(asked: Asked, door: Door): boolean {
  return isOwnHost(asked.host, door) && (asked.origin === null || asked.origin === ownOrigin(asked.host))
}

/** Whole names only: a comparison by beginning or end would let others in. */
function isOwnHost(host: string | null, { port }: Door): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}` || host === `[::1]:${port}`
}

/** A browser names the origin of every socket and every POST; only a GET may come without. */
function isFromOwnPage({ method, isUpgrade, host, origin }: Asked): boolean {
  if (origin !== null) return origin === ownOrigin(host)
  return method === 'GET' && !isUpgrade
}

const ownOrigin = (host: string | null): string => `http://${host}`
const isJson = (contentType: string | null): boolean => contentType !== null && /^application\/json(?:\s*;|$)/i.test(contentType)

/** Takes the same time wherever the first difference is. */
function isEqual(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
