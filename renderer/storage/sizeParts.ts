import type { StorageFacts } from '../../core/model/cleanUp.ts'

export type PartKind = 'live' | 'hidden' | 'covered' | 'earlier' | 'leftover' | 'trash' | 'other' | 'free'
/** A part of the file. `commits` is null where it is made of none. */
export type SizePart = { readonly kind: PartKind; readonly bytes: number; readonly commits: number | null }

/** What fills the file, in the order of the bar: what is in use first, what could go behind it, then what the file needs for itself. */
export function sizeParts({ fileBytes, freeBytes, ...facts }: StorageFacts): readonly SizePart[] {
  const shares = kinds.map((kind): SizePart => ({ kind, bytes: facts[kind].bytes, commits: facts[kind].commits }))
  const told = shares.reduce((sum, { bytes }) => sum + bytes, freeBytes)
  const rest: readonly SizePart[] = [
    { kind: 'other', bytes: Math.max(0, fileBytes - told), commits: null },
    { kind: 'free', bytes: freeBytes, commits: null },
  ]
  return [...shares, ...rest].filter(({ bytes, commits }) => bytes > 0 || (commits ?? 0) > 0)
}

const kinds = ['live', 'hidden', 'covered', 'earlier', 'leftover', 'trash'] as const
