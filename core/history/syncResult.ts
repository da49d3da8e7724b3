import { Fault } from '../model/fault.ts'

/** What a synchronous body gave. Faults: `batch/async`, for a promise: what the body writes after it first waited would come too late. */
export function syncResult<R>(result: R): R {
  if (typeof (result as { then?: unknown } | null | undefined)?.then !== 'function') return result
  // What the body still throws has nobody to catch it any more.
  Promise.resolve(result).catch(() => {})
  throw new Fault('batch/async', {})
}
