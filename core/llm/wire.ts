import { Fault } from '../model/fault.ts'

export type WireLimits = { readonly maxRequestBytes: number; readonly maxResponseBytes: number; readonly maxLineBytes: number }
export const wireLimits: WireLimits = { maxRequestBytes: 30 * 1024 * 1024, maxResponseBytes: 50 * 1024 * 1024, maxLineBytes: 1024 * 1024 }

export type WireOptions = {
  /** The client's name, for faults. */
  readonly client: string
  /** What proves who asks. Sent with every request, to this client's own address only. */
  readonly auth: { readonly [header: string]: string }
  /** Headers of the user's own; they win. */
  readonly headers?: { readonly [header: string]: string } | undefined
  readonly limits?: WireLimits
}

/** All that leaves beside `auth` and the user's own headers: what the environment or a library would add stays here. */
const sentHeaders: ReadonlySet<string> = new Set(['accept', 'content-type', 'user-agent', 'anthropic-version', 'anthropic-beta'])
const nothingMoreStatus: ReadonlySet<number> = new Set([101, 204, 205, 304])

/**
 * `fetch` as every client gets it: exact headers, redirects refused (the key would travel), web pages refused as answers, and limits on sizes.
 * Faults: `llm/refused-payload`, `llm/protocol`, also out of the body of the answer.
 */
export function guardedFetch(options: WireOptions): typeof globalThis.fetch {
  const limits = options.limits ?? wireLimits
  return async (input, init) => {
    const size = typeof init?.body === 'string' ? Buffer.byteLength(init.body) : 0
    if (size > limits.maxRequestBytes) throw tooLarge(options.client, size, limits)
    const response = await fetch(input, { ...init, headers: headersFor(init?.headers, options), redirect: 'error' })
    const type = response.headers.get('content-type') ?? ''
    if (response.ok && /\bx?html\b/i.test(type)) {
      await response.body?.cancel()
      throw new Fault('llm/protocol', { client: options.client, found: 'a web page came instead of an answer' })
    }
    return limited(response, options.client, limits)
  }
}

function headersFor(given: RequestInit['headers'], options: WireOptions): Headers {
  const headers = new Headers()
  for (const [name, value] of new Headers(given)) if (sentHeaders.has(name)) headers.set(name, value)
  for (const [name, value] of Object.entries({ ...options.auth, ...options.headers })) headers.set(name, value)
  return headers
}

function limited(response: Response, client: string, limits: WireLimits): Response {
  if (response.body === null || nothingMoreStatus.has(response.status)) return response
  const { status, statusText, headers } = response
  return new Response(response.body.pipeThrough(sizeGuard(client, limits)), { status, statusText, headers })
}

function sizeGuard(client: string, limits: WireLimits): TransformStream<Uint8Array, Uint8Array> {
  let total = 0
  let line = 0
  return new TransformStream({
    transform(chunk, controller) {
      total += chunk.length
      const first = chunk.indexOf(10)
      const longest = first === -1 ? line + chunk.length : Math.max(line + first, longestLine(chunk, limits.maxLineBytes))
      line = first === -1 ? line + chunk.length : chunk.length - 1 - chunk.lastIndexOf(10)
      if (total > limits.maxResponseBytes) throw new Fault('llm/protocol', { client, found: 'its answer does not end' })
      if (longest > limits.maxLineBytes) throw new Fault('llm/protocol', { client, found: 'a line of its answer is too long' })
      controller.enqueue(chunk)
    },
  })
}

/** Of the lines within one chunk; a chunk shorter than the limit needs no look. */
function longestLine(chunk: Uint8Array, max: number): number {
  if (chunk.length <= max) return 0
  let longest = 0
  for (let from = 0; from <= chunk.length; ) {
    const at = chunk.indexOf(10, from)
    const end = at === -1 ? chunk.length : at
    longest = Math.max(longest, end - from)
    from = end + 1
  }
  return longest
}

function tooLarge(client: string, size: number, limits: WireLimits): Fault<'llm/refused-payload'> {
  const mb = (bytes: number) => Math.round(bytes / 1024 / 1024)
  const found = `The request has ${mb(size)} MB; at most ${mb(limits.maxRequestBytes)} MB are sent. Hide some messages`
  return new Fault('llm/refused-payload', { client, status: 413, found, messages: [] })
}
