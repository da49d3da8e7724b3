import type { Encoding } from '../model/config.ts'
import type { Priority } from '../model/content.ts'

/** Kinds, priorities and encodings are stored as small numbers; these lists give them, and their order must never change. */
export const kinds = ['append', 'edit', 'annotate', 'compress', 'expand', 'resolve', 'merge'] as const
export const priorities: readonly Priority[] = ['normal', 'pinned', 'skip']
export const encodings: readonly Encoding[] = ['o200k_base', 'cl100k_base']
export type StoredKind = (typeof kinds)[number]

export const kindCode = (kind: StoredKind): number => codeIn(kinds, kind)
export const kindOf = (code: number): StoredKind => found(kinds[code], code)
export const priorityCode = (priority: Priority | null): number | null => (priority === null ? null : codeIn(priorities, priority))
export const priorityOf = (code: number | null): Priority | null => (code === null ? null : found(priorities[code], code))
export const encodingCode = (encoding: Encoding): number => codeIn(encodings, encoding)
export const encodingOf = (code: number): Encoding => found(encodings[code], code)

function codeIn<T>(list: readonly T[], value: T): number {
  const code = list.indexOf(value)
  if (code === -1) throw new Error(`BUG: ${String(value)} is none of ${list.join(', ')}`)
  return code
}

function found<T>(value: T | undefined, code: number): T {
  if (value === undefined) throw new Error(`BUG: no such code ${code}`)
  return value
}
