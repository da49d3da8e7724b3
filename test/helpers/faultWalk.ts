import { Fault, type Tract } from '../../core/index.ts'
import type { PartialId } from '../../core/model/ids.ts'
import { type CallFault, callFaults, causeOf } from './callFaults.ts'
import type { FaultScene } from './faultScene.ts'
import type { AnswerWithText } from './modelServer.ts'
import type { Random } from './random.ts'

/** What must be in a conversation: its lines, and its unfinished answers with the question each belongs to. */
export type WalkedTract = { readonly lines: readonly Line[]; readonly halves: readonly Half[] }
type Line = { readonly role: 'user' | 'assistant'; readonly text: string }
type Half = { readonly question: number | null; readonly text: string; readonly cause: string }

/** How calls to one provider went lately: after five failures in a row it is left alone for half a minute. */
type Health = { failures: number; until: number }
export type FaultWalk = { readonly tract: Tract; readonly scenes: readonly FaultScene[]; readonly health: Map<FaultScene, Health>; model: WalkedTract; words: number }

type How = 'chat' | 'stream' | 'retry' | 'resume'
/** What a call must come to. `text` is what arrives of it, `code` its fault, `attempts` the requests its server gets. */
type Outcome = { readonly text: string; readonly code: string | null; readonly cause: string; readonly attempts: number; readonly isHealthy?: boolean }

// A line of 2 MB shows nothing more the thousandth time.
const faults = callFaults().filter(({ title }) => title !== 'sends a line without end')
const unhealthy: ReadonlySet<string> = new Set(['llm/rate-limited', 'llm/overloaded', 'llm/unreachable', 'llm/protocol', 'llm/incomplete', 'llm/stalled'])
/** A provider that answers, be it with nothing, is there. */
const isThere = ({ code, answers: [first] }: CallFault): boolean => !unhealthy.has(code) || (typeof first === 'object' && first.kind === 'answer' && Object.keys(first).length === 1)
const steps = { chat: 25, stream: 15, retry: 25, resume: 20, keep: 8, discard: 7 }
const ends = { fault: 60, stop: 15, whole: 25 }

export const startFaultWalk = (tract: Tract, scenes: readonly FaultScene[]): FaultWalk =>
  ({ tract, scenes, health: new Map(scenes.map((scene) => [scene, { failures: 0, until: 0 }])), model: { lines: [], halves: [] }, words: 0 })

/** Does one random thing with a conversation and its model: asks a provider that fails, goes well or is stopped, or decides on half an answer. */
export async function walkFault(walk: FaultWalk, random: Random): Promise<void> {
  const step = random.weighted(steps)
  const half = walk.model.halves.length === 0 ? null : random.below(walk.model.halves.length)
  if (step === 'chat' || step === 'stream') return ask(walk, random, step, null)
  if (step === 'retry') return walk.model.lines.at(-1)?.role === 'user' ? ask(walk, random, step, null) : undefined
  if (half === null) return
  if (step === 'resume') return ask(walk, random, step, half)
  const { id } = partialAt(walk, half)
  const { text } = walk.model.halves[half]!
  if (step === 'keep') walk.tract.partials.keep(id)
  else walk.tract.partials.discard(id)
  const lines: readonly Line[] = step === 'keep' ? [...walk.model.lines, { role: 'assistant', text }] : walk.model.lines
  walk.model = { lines, halves: walk.model.halves.toSpliced(half, 1) }
}

/** The model's halves stand in the order in which they were made, the tract's too. */
const partialAt = ({ tract }: FaultWalk, at: number): { readonly id: PartialId } => tract.partials.list()[at]!

async function ask(walk: FaultWalk, random: Random, how: How, half: number | null): Promise<void> {
  const scene = random.pick(walk.scenes)
  const words = `words ${++walk.words}`
  walk.tract.configureClients({ default: scene.client })
  const resumed = half === null ? undefined : partialAt(walk, half).id
  if (how === 'chat' || how === 'stream') walk.model = { ...walk.model, lines: [...walk.model.lines, { role: 'user', text: words }] }
  const before = scene.server.requests.length
  const stop = new AbortController()
  const script = isPaused(walk, scene) ? paused : planned(random, scene, stop)
  const [told] = await Promise.all([call(walk.tract, how, words, { signal: stop.signal, ...(resumed === undefined ? {} : { resume: resumed }) }), script.run()])
  const { outcome } = script
  noteHealth(walk, scene, outcome)
  const attempts = scene.server.requests.length - before
  const expected = { code: outcome.code, attempts: outcome.attempts }
  if (told !== expected.code || attempts !== expected.attempts) throw new Error(`${how} of ${script.title} gave ${told} after ${attempts}, not ${expected.code} after ${expected.attempts}`)
  walk.model = ended(walk.model, half, outcome)
}

type Script = { readonly title: string; readonly outcome: Outcome; run(): Promise<void> }

const paused: Script = { title: 'nothing, as it is left alone', outcome: { text: '', code: 'llm/paused', cause: 'cut', attempts: 0 }, run: () => Promise.resolve() }

function planned(random: Random, scene: FaultScene, stop: AbortController): Script {
  const end = random.weighted(ends)
  if (end === 'fault') {
    const fault = random.pick(faults)
    return { title: fault.title, outcome: { text: fault.text, code: fault.code, cause: causeOf(fault), attempts: fault.answers.length, isHealthy: isThere(fault) }, run: () => scene.befall(fault) }
  }
  const answer: AnswerWithText = { kind: 'answer', text: 'one two three', ...(random.chance(0.3) ? { splitBytes: 1 } : {}) }
  if (end === 'whole') return { title: 'a whole answer', outcome: { text: 'one two three', code: null, cause: '', attempts: 1 }, run: () => scene.befall({ answers: [answer] }) }
  const text = random.pick(['', 'one', 'one two'])
  return { title: `a stop after "${text}"`, outcome: { text, code: 'stopped', cause: 'aborted', attempts: 1 }, run: () => stopAfter(scene, answer, text, stop) }
}

async function stopAfter(scene: FaultScene, answer: AnswerWithText, text: string, stop: AbortController): Promise<void> {
  const { server } = scene
  const before = server.requests.length
  server.hold()
  await scene.befall({ answers: [answer] })
  await server.received(before + 1)
  server.release(text.split(' ').filter(Boolean).length)
  await scene.arrived(text)
  stop.abort()
  await server.ended()
  server.release()
}

/** The code a call ends with: null for a whole answer. */
async function call(tract: Tract, how: How, words: string, options: { readonly signal: AbortSignal; readonly resume?: PartialId }): Promise<string | null> {
  try {
    const reply = await replyOf(tract, how, words, options)
    if (reply.status === 'complete') return null
    if (reply.toolCalls.length > 0) throw new Error('a call out of half an answer')
    return reply.fault?.code ?? 'stopped'
  } catch (error) {
    if (!Fault.is(error)) throw error
    return error.code
  }
}

async function replyOf(tract: Tract, how: How, words: string, options: { readonly signal: AbortSignal; readonly resume?: PartialId }) {
  if (how === 'chat') return tract.chat(words, options)
  if (how === 'retry') return tract.retry(options)
  if (how === 'resume') return tract.generate(options)
  tract.user(words)
  const stream = tract.stream(options)
  const types: string[] = []
  for await (const { type } of stream) types.push(type)
  const endings = types.filter((type) => type === 'done' || type === 'stopped' || type === 'failed')
  if (endings.length !== 1 || endings[0] !== types.at(-1)) throw new Error(`the stream ended as ${types.join()}`)
  return stream.reply
}

/** What a call leaves: an answer takes the place of unfinished ones to its question, and half an answer too. */
function ended({ lines, halves }: WalkedTract, half: number | null, { text, code, cause }: Outcome): WalkedTract {
  const question = lines.at(-1)?.role === 'user' ? lines.length - 1 : null
  if (code !== null && text === '') return { lines, halves }
  const whole = (half === null ? '' : halves[half]!.text) + text
  const left = halves.filter((other, at) => at !== half && !(question !== null && other.question === question))
  if (code === null) return { lines: [...lines, { role: 'assistant', text: whole }], halves: left }
  return { lines, halves: [...left, { question, text: whole, cause }] }
}

function isPaused({ health }: FaultWalk, scene: FaultScene): boolean {
  const { failures, until } = health.get(scene)!
  return failures >= 5 && scene.clock.now() < until
}

function noteHealth({ health }: FaultWalk, scene: FaultScene, { code, isHealthy = true }: Outcome): void {
  const own = health.get(scene)!
  if (code === 'stopped' || code === 'llm/paused') return
  own.failures = isHealthy ? 0 : own.failures + 1
  if (own.failures >= 5) own.until = scene.clock.now() + 30_000
}

/** What the tract shows, in the form of the model. */
export function seenOfWalk({ tract, model }: FaultWalk): { readonly seen: unknown; readonly expected: unknown } {
  const messages = tract.compile().messages
  const placeOf = (id: string | null) => (id === null ? null : messages.findIndex(({ messageId }) => messageId === id))
  const halves = tract.partials.list().map(({ text, cause, respondsTo }) => ({ question: placeOf(respondsTo), text, cause }))
  return { seen: { lines: messages.map(({ role, content }) => ({ role, text: content })), halves }, expected: model }
}
