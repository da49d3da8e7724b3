import type { Ports } from '../../core/model/ports.ts'
import { handClock } from '../helpers/handClock.ts'
import { testPorts } from '../helpers/testPorts.ts'

/** The outside when a fixture is opened again: a day later, with ids of its own. What opening writes is then the same each time. */
export const openPorts = (): Ports => testPorts(handClock(Date.UTC(2026, 0, 3)), 'opened')
