import type { Autonomy } from '../model/autonomy.ts'
import { Fault } from '../model/fault.ts'
import { verdictOf } from '../model/verdict.ts'
import type { Gate } from './invoke.ts'

/** Lets run what an autonomy allows. Where nobody is there to ask, what would be proposed is refused. */
export const ceilingGate = (ceiling: Autonomy): Gate => ({ action, risk }) =>
  verdictOf(risk, ceiling) === 'runs' ? { kind: 'run' } : { kind: 'refused', fault: new Fault('tool/not-allowed', { tool: action.tool, risk, ceiling }) }
