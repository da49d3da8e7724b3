import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { ConflictId, MergeId } from '../../core/model/ids.ts'
import { inBrowser } from './browserStorage.ts'

/** Words that a model proposed for a conflict: paid for, not decided. */
export type ConflictDraft = { readonly text: string; readonly model: string; /** null: no price is known. */ readonly costUsd: number | null }
type Drafts = {
  readonly byConflict: Readonly<Record<string, ConflictDraft>>
  /** Words that a person began for a conflict, whatever a model said. */
  readonly typed: Readonly<Record<string, string>>
}

/** Kept in the browser until the conflict is decided, so that looking at another one, closing the editor, or a reload, costs nothing. */
export const useConflictDrafts = create<Drafts>()(persist((): Drafts => ({ byConflict: {}, typed: {} }), { name: 'conflictDrafts', version: 1, storage: inBrowser() }))

export const draftKey = (merge: MergeId, conflict: ConflictId): string => `${merge}/${conflict}`
export const useConflictDraft = (key: string): ConflictDraft | null => useConflictDrafts(({ byConflict }) => byConflict[key] ?? null)
export const useTypedForConflict = (key: string): string | null => useConflictDrafts(({ typed }) => typed[key] ?? null)

export function keepDraft(key: string, draft: ConflictDraft): void {
  useConflictDrafts.setState(({ byConflict }) => ({ byConflict: { ...byConflict, [key]: draft } }))
}
export function dropDraft(key: string): void {
  useConflictDrafts.setState(({ byConflict }) => ({ byConflict: without(byConflict, (name) => name === key) }))
}
export function typeForConflict(key: string, text: string): void {
  useConflictDrafts.setState(({ typed }) => ({ typed: { ...typed, [key]: text } }))
}
/** What was typed stands in the file now, or isn't wanted any more. */
export function dropTyped(key: string): void {
  useConflictDrafts.setState(({ typed }) => ({ typed: without(typed, (name) => name === key) }))
}
/** What was proposed and typed for a merge that waits no more. */
export function dropDraftsOf(merge: MergeId): void {
  const isOfMerge = (name: string): boolean => name.startsWith(`${merge}/`)
  useConflictDrafts.setState(({ byConflict, typed }) => ({ byConflict: without(byConflict, isOfMerge), typed: without(typed, isOfMerge) }))
}

const without = <T>(kept: Readonly<Record<string, T>>, drop: (name: string) => boolean): Readonly<Record<string, T>> => Object.fromEntries(Object.entries(kept).filter(([name]) => !drop(name)))
