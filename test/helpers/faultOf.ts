import { Fault } from '../../core/model/fault.ts'
import type { FaultCode } from '../../core/model/fault.ts'

/** The code of the fault that `act` throws; 'none' when it throws none. Anything but a fault is thrown on: it is a bug. */
export function faultOf(act: () => unknown): FaultCode | 'none' {
  try {
    act()
  } catch (error) {
    if (Fault.is(error)) return error.code
    throw error
  }
  return 'none'
}

/** The same of what a promise rejects with. */
export async function faultOfPromise(promise: Promise<unknown>): Promise<FaultCode | 'none'> {
  try {
    await promise
  } catch (error) {
    if (Fault.is(error)) return error.code
    throw error
  }
  return 'none'
}
