import type { ReplyEvent } from '../core/model/reply.ts'
import type { Clock } from './ports.ts'

/** At most 30 times a second: more is not seen, and every message costs the page a drawing. */
const bundleMs = 34

/** Bundles the words of an answer: they are told together, in order, and before any event of another kind. */
export function bundleWords(clock: Clock, tell: (event: ReplyEvent) => void): { add(event: ReplyEvent): void; flush(): void } {
  let held: Extract<ReplyEvent, { type: 'text' | 'reasoning' }> | null = null
  let timer: Disposable | null = null
  const flush = () => {
    timer?.[Symbol.dispose]()
    timer = null
    if (held) tell(held)
    held = null
  }
  return {
    flush,
    add(event) {
      if (event.type !== 'text' && event.type !== 'reasoning') {
        flush()
        tell(event)
        return
      }
      if (held && held.type !== event.type) flush()
      held = { type: event.type, text: (held?.text ?? '') + event.text }
      timer ??= clock.after(bundleMs, flush)
    },
  }
}
