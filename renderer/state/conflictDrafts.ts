import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { ConflictId, MergeId } from '../../core/model/ids.ts'
import { inBrowser } from './browserStorage.ts'

/** Words that a model proposed for a conflict: paid for, not decided. */
export type ConflictDraft = { readonly text: string; readonly model: string; /** null: no price is known. */ readonly costUsd: number | null }
type Drafts = { readonly byConflict: Readonly<Record<string, ConflictDraft>> }

/** Kept in the browser until the conflict is decided, so that closing the editor, or a reload, costs nothing. */
export const useConflictDrafts = create<Drafts>()(persist((): Drafts => ({ byConflict: {} }), { name: 'conflictDrafts', version: 1, storage: inBrowser() }))

export const draftKey = (merge: MergeId, conflict: ConflictId): string => `${merge}/${conflict}`
export const useConflictDraft = (key: string): ConflictDraft | null => useConflictDrafts(({ byConflict }) => byConflict[key] ?? null)

export function keepDraft(key: string, draft: ConflictDraft): void {
  useConflictDrafts.setState(({ byConflict }) => ({ byConflict: { ...byConflict, [key]: draft } }))
}
export function dropDraft(key: string): void {
  useConflictDrafts.setState(({ byConflict }) => ({ byConflict: Object.fromEntries(Object.entries(byConflict).filter(([name]) => name !== key)) }))
}
/** What was proposed for a merge that waits no more. */
export function dropDraftsOf(merge: MergeId): void {
  useConflictDrafts.setState(({ byConflict }) => ({ byConflict: Object.fromEntries(Object.entries(byConflict).filter(([name]) => !name.startsWith(`${merge}/`))) }))
}
