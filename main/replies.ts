import { asFault, Fault, toReport } from '../core/model/fault.ts'
import type { FaultReport } from '../core/model/fault.ts'
import type { LLMCallId, MessageId, TractId } from '../core/model/ids.ts'
import type { Reply, ReplyEvent } from '../core/model/reply.ts'
import type { FailedReply, LiveReply } from './contract/chat.ts'
import type { AppEvent } from './contract/events.ts'
import type { Clock, Log } from './ports.ts'
import { bundleWords } from './words.ts'

/** An answer as the core gives it: its pieces, and in the end what was kept of it. */
export type ReplySource = AsyncIterable<ReplyEvent> & { readonly call: LLMCallId; /** By the name that it has now. */ readonly branch: string; readonly reply: Promise<Reply> }
export type ReplyRequest = {
  readonly tract: TractId
  readonly branch: string
  readonly respondsTo: MessageId | null
  readonly client: string
  readonly model: string
  readonly temperature?: number | null
  readonly open: (signal: AbortSignal) => ReplySource
}
/** The answers being written. They belong to the host: a page that is reloaded finds them as far as they have come. */
export type Replies = {
  /** Starts an answer; one at a time on a branch, any number beside each other on several. Faults: `chat/busy`. */
  start(request: ReplyRequest): LLMCallId
  /** Faults: `chat/busy`. */
  checkFree(tract: TractId, branch: string): void
  /** Ends an answer; what arrived is kept. Settles when it is. Faults: `call/not-found`. */
  stop(call: string): Promise<void>
  /** Ends all of them. */
  stopAll(): Promise<void>
  dismiss(call: string): void
  live(tract: TractId): readonly LiveReply[]
  failed(tract: TractId): readonly FailedReply[]
  readonly count: number
}
type Running = { state: LiveReply; readonly source: ReplySource; readonly stopper: AbortController; ended: Promise<void> }
type Failure = { readonly tract: TractId; readonly branch: string; readonly reply: FailedReply }
type RepliesParts = {
  readonly clock: Clock
  readonly log: Log
  readonly publish: (event: AppEvent) => void
  /** Takes secrets out of what a provider said. */
  readonly clean: <T>(said: T) => T
}

export function createReplies({ clock, log, publish, clean }: RepliesParts): Replies {
  const running = new Map<string, Running>()
  const failures = new Map<string, Failure>()
  const isOn = (tract: TractId, branch: string) => (reply: { readonly tract: TractId; readonly branch: string }) => reply.tract === tract && reply.branch === branch
  const states = () => [...running.values()].map(stateNow)

  const checkFree = (tract: TractId, branch: string) => {
    if (states().some(isOn(tract, branch))) throw new Fault('chat/busy', { branch })
  }
  const fail = (state: LiveReply, fault: FaultReport) => {
    const { call, tract, branch, respondsTo } = state
    failures.set(call, { tract, branch, reply: { call, branch, respondsTo, fault, at: clock.now() } })
  }
  /** Follows one answer to its end. Its last event is told when what it left is in the file, so whoever reads then finds it. */
  const follow = async (entry: Running): Promise<void> => {
    const { source, state: { call, tract } } = entry
    const tell = (event: ReplyEvent) => publish({ type: 'reply.event', seq: null, tract, at: clock.now(), call, branch: source.branch, event })
    const words = bundleWords(clock, tell)
    tell({ type: 'text', text: '' }) // so that other windows learn of it before its first word
    let last: ReplyEvent = { type: 'stopped' }
    try {
      for await (const said of source) {
        const event = isWords(said) ? said : clean(said)
        entry.state = advance(entry.state, event, clock.now())
        if (isLast(event)) last = event
        else words.add(event)
      }
      const reply = await source.reply
      if (reply.status === 'partial' && reply.partial === null && reply.fault) fail(stateNow(entry), clean(reply.fault))
    } catch (error) {
      last = { type: 'failed', fault: clean(toReport(asFault(error))) }
      fail(stateNow(entry), last.fault)
    }
    words.flush()
    running.delete(call)
    log('info', 'answer ended', { call, how: last.type, characters: entry.state.text.length, ...(last.type === 'failed' ? { code: last.fault.code } : {}) })
    tell(last)
  }
  const stop = async (call: string) => {
    const entry = running.get(call)
    if (!entry) throw new Fault('call/not-found', { id: call })
    entry.stopper.abort()
    await entry.ended
  }

  return {
    checkFree,
    stop,
    start({ open, ...request }) {
      checkFree(request.tract, request.branch)
      const stopper = new AbortController()
      const source = open(stopper.signal)
      const state: LiveReply = { ...request, call: source.call, text: '', reasoning: '', startedAt: clock.now(), firstTokenAt: null, waiting: null }
      for (const failure of [...failures.values()].filter(isOn(request.tract, request.branch))) failures.delete(failure.reply.call)
      const entry: Running = { state, source, stopper, ended: Promise.resolve() }
      running.set(source.call, entry)
      entry.ended = follow(entry)
      return source.call
    },
    stopAll: async () => void (await Promise.allSettled([...running.keys()].map(stop))),
    dismiss(call) {
      const failure = failures.get(call)
      if (!failure || !failures.delete(call)) return
      const { tract, branch, reply } = failure
      publish({ type: 'reply.event', seq: null, tract, at: clock.now(), call: reply.call, branch, event: { type: 'stopped' } }) // nothing is left of it: every window looks anew
    },
    live: (tract) => states().filter((state) => state.tract === tract),
    failed: (tract) => [...failures.values()].filter((failure) => failure.tract === tract).map(({ reply }) => reply),
    get count() {
      return running.size
    },
  }
}

/** Its branch may have got another name since it began. */
const stateNow = ({ state, source }: Running): LiveReply => ({ ...state, branch: source.branch })

const isWords = ({ type }: ReplyEvent): boolean => type === 'text' || type === 'reasoning'
const isLast = ({ type }: ReplyEvent): boolean => type === 'done' || type === 'stopped' || type === 'failed'

function advance(state: LiveReply, event: ReplyEvent, now: number): LiveReply {
  switch (event.type) {
    case 'text':
      return { ...state, text: state.text + event.text, firstTokenAt: state.firstTokenAt ?? now, waiting: null }
    case 'reasoning':
      return { ...state, reasoning: state.reasoning + event.text, firstTokenAt: state.firstTokenAt ?? now, waiting: null }
    case 'waiting':
      return { ...state, waiting: { attempt: event.attempt, retryAt: event.retryAt, fault: event.fault } }
    default:
      return state
  }
}
