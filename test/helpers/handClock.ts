import type { Clock } from '../../core/model/ports.ts'

/** A clock that stands until a test moves it. */
export type HandClock = Clock & {
  /** Moves time on and runs what falls due, in order. */
  advance(ms: number): void
  /** Resolves as soon as something waits for exactly so long: the moment at which a test may move the clock. */
  armed(waitMs: number): Promise<void>
  /** How long each of the pending timers was set for. */
  pending(): readonly number[]
}
type Timer = { readonly due: number; readonly waitMs: number; readonly run: () => void }

export function handClock(start = Date.UTC(2026, 0, 2, 3, 4, 5)): HandClock {
  let now = start
  let timers: readonly Timer[] = []
  let watchers: readonly { readonly waitMs: number; readonly tell: () => void }[] = []
  const isArmed = (waitMs: number) => timers.some((timer) => timer.waitMs === waitMs)

  return {
    now: () => now,
    after(waitMs, run) {
      const timer = { due: now + waitMs, waitMs, run }
      timers = [...timers, timer]
      for (const watcher of watchers.filter((one) => one.waitMs === waitMs)) watcher.tell()
      watchers = watchers.filter((one) => one.waitMs !== waitMs)
      return { [Symbol.dispose]: () => { timers = timers.filter((other) => other !== timer) } }
    },
    advance(ms) {
      const end = now + ms
      for (;;) {
        const next = timers.filter((timer) => timer.due <= end).toSorted((a, b) => a.due - b.due)[0]
        if (!next) break
        now = next.due
        timers = timers.filter((timer) => timer !== next)
        next.run()
      }
      now = end
    },
    armed: (waitMs) => (isArmed(waitMs) ? Promise.resolve() : new Promise((tell) => { watchers = [...watchers, { waitMs, tell }] })),
    pending: () => timers.map((timer) => timer.waitMs),
  }
}
