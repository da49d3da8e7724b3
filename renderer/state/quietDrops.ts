import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { Priority } from '../../core/model/content.ts'
import { inBrowser } from './browserStorage.ts'

/** What a drop may do without showing it first: nothing that was written changes by it. */
export type QuietVerb = Priority | 'quote'

/** Which of them a person no longer wants to be asked about. Kept in the browser: it belongs to the viewer, not to the file. */
export const useQuietDrops = create<{ readonly verbs: readonly QuietVerb[] }>()(persist((): { readonly verbs: readonly QuietVerb[] } => ({ verbs: [] }), { name: 'quietDrops', version: 1, storage: inBrowser() }))

export const isQuiet = (verb: QuietVerb): boolean => useQuietDrops.getState().verbs.includes(verb)
export function askNoMore(verb: QuietVerb): void {
  useQuietDrops.setState(({ verbs }) => ({ verbs: [...new Set([...verbs, verb])] }))
}
export function askAgain(): void {
  useQuietDrops.setState({ verbs: [] })
}
