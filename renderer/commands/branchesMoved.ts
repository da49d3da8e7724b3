import type { RefMove } from '../../core/model/refs.ts'

/** Branches that come to end elsewhere, begin or go. One that is only called otherwise is told once, by its new name. */
export function branchesMoved(refs: readonly RefMove[]): readonly RefMove[] {
  const branches = refs.filter(({ ref }) => isBranch(ref))
  const begun = new Set(branches.flatMap(({ before, after }) => (before === null ? [after] : [])))
  return branches.filter(({ before, after }) => after !== null || !begun.has(before))
}

/** Bookmarks and the note of where a branch's end was before are refs too. */
export const isBranch = (ref: string): boolean => !ref.includes(':') && ref !== 'ORIG_HEAD'
