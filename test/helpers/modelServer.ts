import { EventEmitter, once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Gate } from './gate.ts'

/** What the server does with one request for an answer. A string is a whole answer. */
export type Answer =
  | string
  | AnswerWithText
  /** An error before the answer begins. `body` as it stands, else the protocol's own error with `message`. */
  | { readonly kind: 'status'; readonly status: number; readonly message?: string; readonly type?: string; readonly headers?: { readonly [name: string]: string }; readonly body?: string }
  | { readonly kind: 'html' }
  | { readonly kind: 'redirect'; readonly to: string }
  /** Takes the request and never answers. */
  | { readonly kind: 'silent' }
  /** Closes the connection without a word. */
  | { readonly kind: 'hangUp' }

export type AnswerWithText = {
  readonly kind: 'answer'
  readonly text?: string
  readonly reasoning?: string
  readonly signature?: string
  /** `arguments` is sent as it stands, in two parts: half of a JSON text is a cut call. */
  readonly toolCalls?: readonly { readonly id: string; readonly name: string; readonly arguments: string }[]
  /** Default: `toolCalls` where there are some, else `end`. */
  readonly finish?: Finish
  /** Default: counted by words. */
  readonly usage?: Usage
  /** Writes in chunks of so many bytes, through the middle of characters. */
  readonly splitBytes?: number
  /** What happens after the text instead of a proper end. */
  readonly afterwards?: 'eof' | 'cut' | 'stall' | 'pings' | 'malformed' | 'errorEvent' | 'longLine'
}
export type Finish = 'end' | 'length' | 'stopSequence' | 'toolCalls' | 'filtered'
/** `untold`: the server counts the prompt and keeps the number to itself. */
export type Usage = { readonly input: number; readonly output: number; readonly cached?: number; readonly untold?: true }
export type RecordedRequest = { readonly method: string; readonly path: string; readonly headers: IncomingMessage['headers']; readonly body: unknown }

/** A real HTTP server on this machine that speaks a provider's protocol and does what its script says; without a script it echoes. */
export type ModelServer = {
  /** The base URL for a client. */
  readonly url: string
  /** Every request for an answer, as it was received. */
  readonly requests: readonly RecordedRequest[]
  /** Adds answers, one per request. */
  script(...answers: readonly Answer[]): void
  /** From now on every word waits for `release`. */
  hold(): void
  /** Lets so many words pass; without a number all, and those to come. */
  release(words?: number): void
  /** Resolves when so many requests for an answer have come. */
  received(count: number): Promise<void>
  /** Resolves when so many more pings have left. */
  pinged(count: number): Promise<void>
  /** Resolves when the connection of the last request has ended, from whichever side. */
  ended(): Promise<void>
  close(): Promise<void>
}
export type ServerOptions = {
  readonly port?: number
  /** When set, any other key is refused. */
  readonly key?: string
  readonly models?: readonly string[]
  /** What it says of every model; null: nothing. Default 131072. */
  readonly contextLength?: number | null
  /** Its own version. Default a new one. */
  readonly version?: string
  /** Leaves a part of a prompt out that is too long for its window, and answers as if nothing was. */
  readonly cutsSilently?: true
}

/** What is a protocol's own. Each function gives text as it goes over the wire. */
export type Protocol = {
  readonly basePath: string
  readonly chatPath: string
  readonly modelsPath: string
  keyOf(headers: IncomingMessage['headers']): string
  /** Why the request is not valid, or null. */
  problemOf(body: Body, headers: IncomingMessage['headers'], options: ServerOptions): string | null
  error(status: number, message: string, type?: string): string
  models(ids: readonly string[]): string
  frames(body: Body): Frames
  /** Answers to what else the protocol asks for, by path. */
  readonly others?: { readonly [path: string]: (options: ServerOptions) => string | null }
  /** Tokens it reads of a prompt, where the protocol says more than the number of words. */
  tokensRead?(body: Body, options: ServerOptions): number
  readonly contentType?: string
}
export type Frames = {
  begin(usage: Usage): string
  text(piece: string): string
  reasoning(text: string, signature?: string): string
  toolCall(id: string, name: string, parts: readonly string[]): string
  end(finish: Finish, usage: Usage): string
  readonly ping: string
  readonly malformed: string
  readonly errorEvent: string
}
export type Body = { readonly [key: string]: unknown; readonly messages?: readonly { readonly role?: unknown; readonly content?: unknown }[] }

export async function startModelServer(protocol: Protocol, options: ServerOptions): Promise<ModelServer> {
  const requests: RecordedRequest[] = []
  const answers: Answer[] = []
  const gate = new Gate()
  let waiting: readonly { readonly count: number; readonly tell: () => void }[] = []
  const pings = new EventEmitter()
  let last: Promise<void> = Promise.resolve()

  const server = createServer((request, response) => {
    void handle(request, response).catch(() => response.destroy())
  })

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://local').pathname
    const text = await readText(request)
    if (options.key !== undefined && protocol.keyOf(request.headers) !== options.key) {
      return refuse(response, 401, protocol.error(401, `Incorrect API key provided: ${protocol.keyOf(request.headers)}`, 'authentication_error'))
    }
    if (request.method === 'GET' && path === protocol.modelsPath) return send(response, 200, protocol.models(options.models ?? ['test-model']))
    const other = protocol.others?.[path]?.(options) ?? null
    if (other !== null) return send(response, 200, other)
    if (request.method !== 'POST' || path !== protocol.chatPath) return refuse(response, 404, '{"detail":"Not Found"}')
    const body = JSON.parse(text) as Body
    last = new Promise((resolve) => response.on('close', () => resolve()))
    requests.push({ method: request.method, path, headers: request.headers, body })
    for (const waiter of waiting.filter(({ count }) => count <= requests.length)) waiter.tell()
    const problem = protocol.problemOf(body, request.headers, options)
    if (problem !== null) return refuse(response, 400, protocol.error(400, problem, 'invalid_request_error'))
    const read = protocol.tokensRead?.(body, options) ?? wordsOf(JSON.stringify(body.messages))
    await play(answers.shift() ?? `Echo: ${lastUserText(body)}`, { response, protocol, body, read, gate, pings })
  }

  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}${protocol.basePath}`,
    requests,
    script: (...more) => { answers.push(...more) },
    hold: () => gate.close(),
    release: (words) => gate.open(words),
    received: (count) => (requests.length >= count ? Promise.resolve() : new Promise((tell) => { waiting = [...waiting, { count, tell }] })),
    async pinged(count) {
      for (let seen = 0; seen < count; seen++) await once(pings, 'ping')
    },
    ended: () => last,
    close: () => new Promise((resolve) => {
      gate.open()
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}

type Scene = { readonly response: ServerResponse; readonly protocol: Protocol; readonly body: Body; readonly read: number; readonly gate: Gate; readonly pings: EventEmitter }

async function play(answer: Answer, scene: Scene): Promise<void> {
  const { response, protocol } = scene
  if (typeof answer === 'string') return stream({ kind: 'answer', text: answer }, scene)
  switch (answer.kind) {
    case 'answer':
      return stream(answer, scene)
    case 'status':
      return refuse(response, answer.status, answer.body ?? protocol.error(answer.status, answer.message ?? 'refused', answer.type), answer.headers)
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<!doctype html><title>Log in</title><p>Please log in.')
      return
    case 'redirect':
      response.writeHead(307, { location: answer.to }).end()
      return
    case 'silent':
      return
    case 'hangUp':
      response.destroy()
  }
}

async function stream(answer: AnswerWithText, { response, protocol, body, read, gate, pings }: Scene): Promise<void> {
  const frames = protocol.frames(body)
  const text = answer.text ?? ''
  const usage = answer.usage ?? { input: read, output: wordsOf(text) }
  const write = (part: string) => writeParts(response, part, answer.splitBytes)
  response.writeHead(200, { 'content-type': protocol.contentType ?? 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' })
  response.flushHeaders()
  await write(frames.begin(usage))
  if (answer.reasoning !== undefined) await write(frames.reasoning(answer.reasoning, answer.signature))
  for (const piece of text.match(/\s*\S+|\s+$/g) ?? []) {
    await gate.pass(response)
    if (response.destroyed) return
    await write(frames.text(piece))
  }
  for (const call of answer.toolCalls ?? []) {
    const half = Math.ceil(call.arguments.length / 2)
    await write(frames.toolCall(call.id, call.name, [call.arguments.slice(0, half), call.arguments.slice(half)]))
  }
  if (answer.afterwards !== undefined) return breakOff(answer.afterwards, response, frames, write, pings)
  await write(frames.end(answer.finish ?? (answer.toolCalls ? 'toolCalls' : 'end'), usage))
  response.end()
}

async function breakOff(how: NonNullable<AnswerWithText['afterwards']>, response: ServerResponse, frames: Frames, write: (part: string) => Promise<void>, pings: EventEmitter): Promise<void> {
  if (how === 'cut') response.socket?.destroy()
  if (how === 'eof') response.end()
  if (how === 'malformed') await write(frames.malformed)
  if (how === 'errorEvent') await write(frames.errorEvent)
  if (how === 'longLine') await write(`data: ${'x'.repeat(2 * 1024 * 1024)}`)
  if (how !== 'pings') return
  const timer = setInterval(() => response.write(frames.ping, () => pings.emit('ping')), 2)
  response.on('close', () => clearInterval(timer))
}

async function writeParts(response: ServerResponse, part: string, splitBytes: number | undefined): Promise<void> {
  const bytes = Buffer.from(part)
  const size = splitBytes ?? bytes.length
  for (let at = 0; at < bytes.length && !response.destroyed; at += size) {
    await new Promise<void>((resolve) => response.write(bytes.subarray(at, at + size), () => resolve()))
  }
}

function send(response: ServerResponse, status: number, body: string, headers: { readonly [name: string]: string } = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
}
const refuse = send

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function lastUserText(body: Body): string {
  const content = body.messages?.findLast((message) => message.role === 'user')?.content
  if (typeof content === 'string') return content
  if (!Array.isArray(content)) return ''
  return content.map((block: { readonly text?: unknown }) => (typeof block.text === 'string' ? block.text : '')).join(' ')
}

const wordsOf = (text: string): number => text.match(/\S+/g)?.length ?? 0
