import { Fault } from '../model/fault.ts'
import { asCursor, type Cursor } from '../model/ids.ts'

/** A cursor is a list of row numbers: where to go on. */
export const toCursor = (keys: readonly number[]): Cursor => asCursor(keys.join('.'))

/** Faults: `cursor/bad`. */
export function fromCursor(cursor: Cursor): readonly number[] {
  if (!/^\d{1,12}(\.\d{1,12})*$/.test(cursor)) throw new Fault('cursor/bad', { cursor })
  return cursor.split('.').map(Number)
}
