import type { Workspace } from '../core/workspace.ts'
import type { AppEvent } from './contract/events.ts'
import { createInbox } from './inbox.ts'
import type { Inbox } from './inbox.ts'
import type { Clock, Log } from './ports.ts'

/** One ordered stream to every window: what happened in the file, the answers being written, and the app's own changes. */
export type Hub = {
  /** Tells every listener of something that is in no journal. */
  readonly publish: (event: AppEvent) => void
  /** Everything from now on, or after the journal position `since`. Ends when aborted, at `close`, or when the reader falls far behind. */
  subscribe(since: number | null, signal?: AbortSignal): AsyncGenerator<AppEvent, void, undefined>
  /** Another file is open: every listener is told, and hears of that one from now on. */
  moveTo(workspace: Workspace, name: string): void
  close(): void
}
type Listener = { readonly inbox: Inbox<AppEvent>; follow(workspace: Workspace, since: number | null): void; leave(): void }
type HubParts = { readonly workspace: Workspace; readonly clock: Clock; readonly log: Log }

/** How often the file is looked at for what another process wrote, while someone listens. */
const pollMs = 1000
/** More events than this waiting: the window sleeps, and will read everything anew when it wakes. */
const maxWaiting = 20_000

export function createHub({ workspace: first, clock, log }: HubParts): Hub {
  let workspace = first
  const listeners = new Set<Listener>()
  const poll = createPoll(clock, log, () => workspace)
  const deliver = (event: AppEvent) => listeners.forEach(({ inbox }) => inbox.put(event))
  return {
    // After the journal's own events, which come by a promise: an answer's last word must not be told before the commit that holds it.
    publish: (event) => void clock.after(0, () => deliver(event)),
    async *subscribe(since, signal) {
      const listener = createListener(clock, log)
      const leave = () => listener.leave()
      signal?.addEventListener('abort', leave, { once: true })
      listeners.add(listener)
      poll.start()
      listener.follow(workspace, since)
      try {
        if (!signal?.aborted) yield* listener.inbox.read()
      } finally {
        signal?.removeEventListener('abort', leave)
        listener.leave()
        listeners.delete(listener)
        if (listeners.size === 0) poll.stop()
      }
    },
    moveTo(next, name) {
      workspace = next
      deliver({ type: 'file.opened', name, at: clock.now() })
      listeners.forEach((listener) => listener.follow(next, null))
    },
    close() {
      poll.stop()
      listeners.forEach((listener) => listener.leave())
    },
  }
}

function createListener(clock: Clock, log: Log): Listener {
  const inbox = createInbox<AppEvent>({ limit: maxWaiting, join: joinWaiting })
  let journal = new AbortController()
  return {
    inbox,
    follow(workspace, since) {
      journal.abort()
      journal = new AbortController()
      const last = workspace.lastSeq()
      inbox.put({ type: 'hello', workspace: workspace.id, seq: last, at: clock.now() })
      // A position this file hasn't reached belongs to another file or an older copy: what is missed can't be told, only read anew.
      const from = since === null || since > last ? last : since
      void pass(workspace, from, journal.signal, inbox, log)
    },
    leave() {
      journal.abort()
      inbox.end()
    },
  }
}

async function pass(workspace: Workspace, since: number, signal: AbortSignal, inbox: Inbox<AppEvent>, log: Log): Promise<void> {
  try {
    for await (const event of workspace.events({ since, signal })) {
      if (signal.aborted) return
      // Answers are told by `replies`, which bundles their words.
      if (event.type !== 'reply.event') inbox.put(event)
    }
  } catch (error) {
    log('error', 'the event stream of the file ended', { name: error instanceof Error ? error.name : 'unknown' })
    if (!signal.aborted) inbox.end()
  }
}

const joinWaiting = (waiting: AppEvent, next: AppEvent): AppEvent | null => joinSummary(waiting, next) ?? joinText(waiting, next)

/** Of a summary being written the newest says all. */
const joinSummary = (waiting: AppEvent, next: AppEvent): AppEvent | null => (waiting.type === 'summary.written' && next.type === 'summary.written' && waiting.job.id === next.job.id ? next : null)

/** Two pieces of the same answer that wait to be read are one. */
function joinText(waiting: AppEvent, next: AppEvent): AppEvent | null {
  if (waiting.type !== 'reply.event' || next.type !== 'reply.event' || waiting.call !== next.call) return null
  if (waiting.event.type !== next.event.type) return null
  if (waiting.event.type !== 'text' && waiting.event.type !== 'reasoning') return null
  if (next.event.type !== 'text' && next.event.type !== 'reasoning') return null
  return { ...next, event: { type: waiting.event.type, text: waiting.event.text + next.event.text } }
}

/** Looks at the file at a steady pace; a look that fails is told once, not every second. */
function createPoll(clock: Clock, log: Log, workspace: () => Workspace): { start(): void; stop(): void } {
  let timer: Disposable | null = null
  let failed = false
  const look = () => {
    try {
      workspace().poke()
      failed = false
    } catch (error) {
      if (!failed) log('warn', 'the file could not be looked at', { name: error instanceof Error ? error.name : 'unknown' })
      failed = true
    }
    timer = clock.after(pollMs, look)
  }
  return {
    start: () => (timer ??= clock.after(pollMs, look)),
    stop() {
      timer?.[Symbol.dispose]()
      timer = null
    },
  }
}
