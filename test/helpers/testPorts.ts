import type { Clock, Ports } from '../../core/model/ports.ts'
import { handClock } from './handClock.ts'

/** An outside that does the same each time: a clock that a test moves, ids that count, a log that keeps quiet, and no prices. */
export function testPorts(clock: Clock = handClock(), prefix = 'id'): Ports {
  let count = 0
  return { clock, ids: { next: () => `${prefix}-${++count}` }, log: () => {}, prices: () => null }
}
