import { Fault } from '../model/fault.ts'
import { asCursor, type Cursor } from '../model/ids.ts'

/** The lists that come in pages: a cursor is good for the list that gave it. */
export type Paged = 'log' | 'graph' | 'operations' | 'search' | 'policyLog' | 'runs'

/** A cursor is its list and row numbers: where to go on. */
export const toCursor = (list: Paged, keys: readonly number[]): Cursor => asCursor(`${list}:${keys.join('.')}`)

/** Faults: `cursor/bad`. */
export function fromCursor(list: Paged, cursor: Cursor, isKey: (key: number) => boolean): readonly number[] {
  const [from, numbers = ''] = String(cursor).split(':')
  const keys = from === list && /^\d{1,12}(\.\d{1,12})*$/.test(numbers) ? numbers.split('.').map(Number) : []
  if (keys.length === 0 || !keys.every(isKey)) throw new Fault('cursor/bad', { cursor })
  return keys
}

/** How many rows a page holds: whole, and at least one. */
export const pageSize = (limit: number | undefined, usual: number): number => Math.max(1, Math.floor(Number.isFinite(limit) ? (limit ?? usual) : usual))
