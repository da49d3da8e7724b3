import { chatStream, type LLMClient } from '../../core/llm/client.ts'
import { canary, providers } from '../core/llm/providers/providers.ts'
import type { CallFault } from './callFaults.ts'
import { type HandClock, handClock } from './handClock.ts'
import type { ModelServer } from './modelServer.ts'

/** In ms: how long a client here waits for the beginning of an answer, and how long for its next piece, which is what holds for a server nearby. */
const headersMs = 30_000
const progressMs = 300_000

/** A provider's client with a clock of its own; `server` may serve many of them, one after the other. */
export type FaultScene = {
  readonly server: ModelServer
  readonly clock: HandClock
  readonly client: LLMClient
  /** Resolves when so much text has arrived since the last `arm`, and the next piece is waited for. */
  arrived(text: string): Promise<void>
  /** Has the server do what the fault says with the next requests, and moves the clock wherever only time can end an attempt. */
  befall(fault: Pick<CallFault, 'answers'>): Promise<void>
}

export function faultScene({ make }: (typeof providers)[number], server: ModelServer, { apiKey = canary, clock = impatientClock() } = {}): FaultScene {
  const tap = tapped(make({ apiKey, baseUrl: server.url, name: 'Local', model: 'test-model', timeoutMs: headersMs }))
  return {
    server,
    clock,
    client: tap.client,
    arrived: tap.arrived,
    async befall({ answers }) {
      const before = server.requests.length
      tap.arm()
      server.script(...answers)
      for (const [at, answer] of answers.entries()) {
        if (typeof answer === 'string') continue
        if (answer.kind === 'silent') {
          await server.received(before + at + 1)
          clock.advance(headersMs)
        }
        if (answer.kind !== 'answer' || (answer.afterwards !== 'stall' && answer.afterwards !== 'pings')) continue
        await tap.arrived(answer.text ?? '')
        if (answer.afterwards === 'pings') await server.pinged(2)
        await clock.armed(progressMs)
        clock.advance(progressMs)
      }
    },
  }
}

/** A clock on which the waits between attempts pass at once. Everything else waits to be moved. */
export function impatientClock(): HandClock {
  const clock = handClock()
  const isBetweenAttempts = (waitMs: number): boolean => waitMs >= 500 && waitMs <= 8000 && waitMs !== 1000
  return {
    ...clock,
    after(waitMs, run) {
      const timer = clock.after(waitMs, run)
      if (isBetweenAttempts(waitMs)) queueMicrotask(() => clock.advance(waitMs))
      return timer
    },
  }
}

/** The same client, which tells what has passed through it. */
function tapped(client: LLMClient): { readonly client: LLMClient; arm(): void; arrived(text: string): Promise<void> } {
  let seen = ''
  let waiting: readonly { readonly text: string; readonly tell: () => void }[] = []
  const stream: LLMClient['stream'] = (request, signal) => {
    const answer = client.stream(request, signal)
    return chatStream(async function* (open) {
      void answer.opened?.then(open)
      for await (const event of answer) {
        yield event
        if (event.type === 'text') seen += event.text
        for (const waiter of waiting.filter(({ text }) => seen === text)) waiter.tell()
      }
    })
  }
  return {
    client: { ...client, stream },
    arm: () => { seen = '' },
    arrived: (text) => (seen === text ? Promise.resolve() : new Promise((tell) => { waiting = [...waiting, { text, tell }] })),
  }
}
