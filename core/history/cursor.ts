import { Fault } from '../model/fault.ts'
import { asCursor, type Cursor } from '../model/ids.ts'

/** A cursor is a list of row numbers: where to go on. */
export const toCursor = (keys: readonly number[]): Cursor => asCursor(keys.join('.'))

/** Faults: `cursor/bad`. */
export function fromCursor(cursor: Cursor, isKey: (key: number) => boolean): readonly number[] {
  const keys = /^\d{1,12}(\.\d{1,12})*$/.test(cursor) ? cursor.split('.').map(Number) : []
  if (keys.length === 0 || !keys.every(isKey)) throw new Fault('cursor/bad', { cursor })
  return keys
}

/** How many rows a page holds: whole, and at least one. */
export const pageSize = (limit: number | undefined, usual: number): number => Math.max(1, Math.floor(Number.isFinite(limit) ? (limit ?? usual) : usual))
