import type { Json } from './json.ts'

/** The same shape with nothing in it: what a text leaves that went for good, so that whoever reads it finds the fields it expects. */
export function emptied(value: Json): Json {
  if (typeof value === 'string') return ''
  if (typeof value === 'number') return 0
  if (typeof value === 'boolean') return false
  if (value === null) return null
  return Array.isArray(value) ? [] : {}
}

/** Each field of a record emptied; the names of the fields stay. */
export const emptiedFields = (record: { readonly [field: string]: Json }): { readonly [field: string]: Json } =>
  Object.fromEntries(Object.entries(record).map(([field, value]) => [field, emptied(value)]))
