import { randomUUID } from 'node:crypto'
import type { Ports } from './model/ports.ts'

/** The real outside: the wall clock, random ids, and a log that keeps quiet, and no prices. What waits keeps the process alive: a program that awaits an answer comes to its end. */
export const realPorts: Ports = {
  clock: {
    now: () => Date.now(),
    after: (waitMs, run) => {
      const timer = setTimeout(run, waitMs)
      return { [Symbol.dispose]: () => clearTimeout(timer) }
    },
  },
  ids: { next: () => randomUUID() },
  log: () => {},
  prices: () => null,
}
