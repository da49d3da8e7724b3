import { create } from 'zustand'
import type { PendingConflict, PendingMerge } from '../../core/model/merge.ts'
import { attempt } from '../faults/attempt.ts'
import { suggestResolution } from '../queries/joins.ts'
import type { Current } from '../queries/useCurrent.ts'
import { draftKey, keepDraft, useConflictDrafts } from '../state/conflictDrafts.ts'
import { isAboutText } from './conflictWords.ts'

/** The conflicts that a model is being asked about, each with the way to stop it. */
const useAsked = create<{ readonly stops: Readonly<Record<string, AbortController>> }>()(() => ({ stops: {} }))

export const useIsAsking = (key: string): boolean => useAsked(({ stops }) => stops[key] !== undefined)
export const stopAsking = (key: string): void => useAsked.getState().stops[key]?.abort()

/** Asks for words and keeps them as a draft. false: it failed, which is told, or was stopped; nothing has changed then. */
export async function askForDraft({ tract, branch }: Current, merge: PendingMerge, conflict: PendingConflict): Promise<boolean> {
  const key = draftKey(merge.id, conflict.id)
  if (useAsked.getState().stops[key] !== undefined) return false
  const stop = new AbortController()
  useAsked.setState(({ stops }) => ({ stops: { ...stops, [key]: stop } }))
  const suggested = await attempt(() => suggestResolution(tract, branch, conflict.id, stop.signal).catch((error: unknown) => (stop.signal.aborted ? undefined : Promise.reject(error))))
  useAsked.setState(({ stops }) => ({ stops: Object.fromEntries(Object.entries(stops).filter(([name]) => name !== key)) }))
  if (suggested === undefined) return false
  keepDraft(key, { text: suggested.text, model: suggested.model, costUsd: suggested.costUsd })
  return true
}

/** Asks about everything that is open and that words can settle, one after the other; stops at the first that fails. */
export async function askForAll(current: Current, merge: PendingMerge): Promise<void> {
  const known = useConflictDrafts.getState().byConflict
  for (const conflict of merge.conflicts) {
    if (conflict.resolution !== null || !isAboutText(conflict) || known[draftKey(merge.id, conflict.id)] !== undefined) continue
    // oxlint-disable-next-line no-await-in-loop -- a provider that fails is asked no more
    if (!(await askForDraft(current, merge, conflict))) return
  }
}
