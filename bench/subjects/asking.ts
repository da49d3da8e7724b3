import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { Anthropic } from '@anthropic-ai/sdk'
import { OpenAI } from 'openai'
import { anthropic, openai, type OpenTract, Tract } from '../../core/index.ts'
import { type Child, startChild } from '../../test/helpers/children.ts'
import type { Figure } from '../figures.ts'
import type { Listening } from '../modelServer.ts'
import { quantile } from '../ratios.ts'
import { text500 } from '../texts.ts'

type Provider = 'openai' | 'anthropic'
/** Asks for an answer to the context as it stands. Each event may be a piece of text. */
type Ask = () => Promise<AsyncIterable<unknown>>

/**
 * What we add to the time until the first word, over the provider's SDK by itself: same server, same messages, in turns. The context, the question's
 * checks and the record of the call in the file are included.
 */
export async function firstWord(folder: string, provider: Provider, count: number): Promise<Figure> {
  return withServer([provider, '3', '0'], async (url) => {
    using tract = tractFor(folder, `first-${provider}`, provider, url)
    for (let i = 0; i < 20; i++) tract.user(text500())
    const rounds: Round[] = []
    for (let i = 0; i < count + 10; i++) rounds.push(await oneRound(tract, provider, url, i % 2 === 0))
    const median = (pick: (round: Round) => number) => quantile(rounds.slice(10).map(pick), 0.5)
    const [ours, bare] = [median((round) => round.ours.ms), median((round) => round.bare.ms)]
    const cpuMs = median((round) => round.ours.cpuMs) - median((round) => round.bare.cpuMs)
    return { name: `first word, over the ${provider} SDK`, value: `${(ours - bare).toFixed(1)} ms later (p50 ${ours.toFixed(1)} ms, ${bare.toFixed(1)} ms by itself), ${cpuMs.toFixed(1)} ms of it at work`, goal: '≤ 5 ms' }
  })
}

type Time = { readonly ms: number; readonly cpuMs: number }
type Round = { readonly ours: Time; readonly bare: Time }

async function oneRound(tract: Tract, provider: Provider, url: string, bareFirst: boolean): Promise<Round> {
  tract.user(text500())
  const askBare = bareAsk(tract, provider, url)
  const askOurs: Ask = () => Promise.resolve(tract.stream())
  if (bareFirst) return { bare: await untilFirstWord(askBare), ours: await untilFirstWord(askOurs) }
  return { ours: await untilFirstWord(askOurs), bare: await untilFirstWord(askBare) }
}

/** The rest of the answer is read as well, outside the time. */
async function untilFirstWord(ask: Ask): Promise<Time> {
  const [start, before] = [performance.now(), process.threadCpuUsage()]
  let first: Time | null = null
  for await (const event of await ask()) {
    if (first !== null || !isText(event)) continue
    const { user, system } = process.threadCpuUsage(before)
    first = { ms: performance.now() - start, cpuMs: (user + system) / 1000 }
  }
  if (first === null) throw new Error('no word came')
  return first
}

const isText = (event: unknown): boolean => /"(text|content|delta)":"word|"type":"text"/.test(JSON.stringify(event))

const sdks = new Map<string, OpenAI | Anthropic>()

function bareAsk(tract: Tract, provider: Provider, url: string): Ask {
  const settings = { apiKey: 'k', baseURL: url, maxRetries: 0 }
  const context = tract.compile()
  const sdk = sdks.get(url) ?? (provider === 'openai' ? new OpenAI(settings) : new Anthropic(settings))
  sdks.set(url, sdk)
  if (sdk instanceof OpenAI) {
    const messages = context.toOpenAI() as OpenAI.ChatCompletionMessageParam[]
    return () => sdk.chat.completions.create({ model: 'm', messages, stream: true })
  }
  const { messages } = context.toAnthropic() as { readonly messages: Anthropic.MessageParam[] }
  return () => sdk.messages.create({ model: 'm', max_tokens: 1024, messages, stream: true })
}

/** An answer of 200 words a second that goes into a file: how late the event loop gets, beside doing nothing, and how much of a core it takes. */
export async function streaming(folder: string, seconds: number): Promise<Figure> {
  return withServer(['openai', String(seconds * 200), '200'], async (url) => {
    using tract = tractFor(folder, 'streaming', 'openai', url)
    tract.user('Tell me a story')
    const idle = await watched(() => pause(2000))
    let words = 0
    const busy = await watched(async () => {
      for await (const event of tract.stream()) if (event.type === 'text') words++
    })
    return {
      name: `${words.toLocaleString('en')} words at 200 a second, into a file`,
      value: `loop late by p99 ${busy.p99.toFixed(1)} ms, at most ${busy.max.toFixed(1)} ms (idle ${idle.p99.toFixed(1)} and ${idle.max.toFixed(1)} ms); ${busy.cpu.toFixed(1)} % of a core (idle ${idle.cpu.toFixed(1)} %)`,
      goal: 'p99 ≤ 20 ms',
    }
  })
}

/** How late the event loop was while something ran, in ms, and the CPU time it took, in % of one core. */
async function watched(run: () => Promise<unknown>): Promise<{ readonly p99: number; readonly max: number; readonly cpu: number }> {
  const delays = monitorEventLoopDelay({ resolution: 1 })
  const [start, before] = [performance.now(), process.cpuUsage()]
  delays.enable()
  await run()
  delays.disable()
  const { user, system } = process.cpuUsage(before)
  return { p99: delays.percentile(99) / 1e6, max: delays.max / 1e6, cpu: (user + system) / 10 / (performance.now() - start) }
}

function tractFor(folder: string, name: string, provider: Provider, baseUrl: string): OpenTract {
  const tract = Tract.open(join(folder, `${name}.tract`))
  const settings = { apiKey: 'k', model: 'm', baseUrl }
  tract.configureClients({ default: provider === 'openai' ? openai(settings) : anthropic(settings) })
  return tract
}

async function withServer(args: readonly string[], use: (url: string) => Promise<Figure>): Promise<Figure> {
  const child: Child<Listening> = startChild('../../bench/modelServer.ts', ...args)
  await child.said(1)
  try {
    return await use(child.lines[0]!.url)
  } finally {
    await child.kill()
  }
}
