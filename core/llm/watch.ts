import { Fault } from '../model/fault.ts'
import type { Clock } from '../model/ports.ts'
import type { LLMClient } from './client.ts'
import type { CallRules } from './rules.ts'

/** The time limits of one attempt. Disposing it ends whatever of the attempt is still under way. */
export type Watch = Disposable & {
  /** Aborts with the fault when a limit is reached, or with the outer signal. */
  readonly signal: AbortSignal
  /** From now on the answer must begin in time; without `opened` that can't be told and the other limits do. */
  opening(opened: Promise<void> | undefined): void
  /** The next content must come in time. Asking again doesn't start the time anew. */
  waiting(): void
  /** Content came. The time stands still until `waiting`: a reader may take as long as it likes. */
  progressed(): void
  /** The step's result, or the signal's reason, whichever comes first. */
  race<T>(step: Promise<T>): Promise<T>
}

export function watchAttempt(client: LLMClient, clock: Clock, rules: CallRules, outer: AbortSignal): Watch {
  const own = new AbortController()
  const signal = AbortSignal.any([outer, own.signal])
  let headers: Disposable | null = null
  let progress: Disposable | null = null

  const opened = () => {
    headers?.[Symbol.dispose]()
    headers = null
  }
  const waiting = () => {
    progress ??= clock.after(rules.progressMs, () => own.abort(new Fault('llm/stalled', { client: client.name, waitMs: rules.progressMs })))
  }
  const progressed = () => {
    opened()
    progress?.[Symbol.dispose]()
    progress = null
  }

  return {
    signal,
    opening(promise) {
      if (promise === undefined) return
      headers = clock.after(rules.headersMs, () => own.abort(noAnswer(client, rules.headersMs)))
      void promise.then(() => {
        if (headers === null || signal.aborted) return
        progressed()
        waiting()
      })
    },
    waiting() {
      if (headers === null) waiting()
    },
    progressed,
    race: (step) => raceAbort(step, signal),
    [Symbol.dispose]() {
      progressed()
      own.abort(new DOMException('This attempt is over.', 'AbortError'))
    },
  }
}

const noAnswer = (client: LLMClient, waitMs: number) =>
  new Fault('llm/unreachable', { client: client.name, url: client.url ?? client.name, reason: `No answer began within ${Math.round(waitMs / 1000)} s` })

function raceAbort<T>(step: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason as Error)
    if (signal.aborted) onAbort()
    signal.addEventListener('abort', onAbort, { once: true })
    step.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
  })
}
