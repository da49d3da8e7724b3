import type { EpochMs } from '../../core/model/ids.ts'

/** `2026-11-21T14:05:12` in the clock of this machine, as a field for date and time takes it. */
export function localStamp(at: EpochMs): string {
  const here = new Date(at - new Date(at).getTimezoneOffset() * 60_000)
  return here.toISOString().slice(0, 19)
}
