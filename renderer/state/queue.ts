import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { LLMCallId, TractId } from '../../core/model/ids.ts'
import type { Attachment, OnceSettings } from '../../main/contract/chat.ts'
import { inBrowser } from './browserStorage.ts'

/** What goes to the host when its turn comes. */
export type Said = { readonly text: string; readonly attachments: readonly Attachment[]; readonly once: OnceSettings }
/** A message that waits to be sent. It is in no history before that. */
export type Queued = {
  readonly id: string
  readonly tract: TractId
  readonly branch: string
  readonly said: Said
  /** The call whose answer it waits for; null where it waits for the connection alone. */
  readonly after: LLMCallId | null
  /** `held`: it asks before it goes. `sending`: it is on its way; found so after a reload, nobody knows whether it arrived. */
  readonly state: 'waiting' | 'sending' | 'held'
  /** Why it is held. */
  readonly problem: string | null
}
type Queue = { readonly items: readonly Queued[] }

/** Messages to be sent later, in the order they were written. Kept in the browser, like a draft, until the host has them. */
export const useQueue = create<Queue>()(persist((): Queue => ({ items: [] }), { name: 'queue', version: 1, storage: inBrowser() }))

export const queueAt = (tract: TractId, branch: string): readonly Queued[] => useQueue.getState().items.filter(isAt(tract, branch))
/** The first of each branch: the others wait for it. */
export const queueHeads = ({ items }: Queue): readonly Queued[] => items.filter((item, at) => items.findIndex(isAt(item.tract, item.branch)) === at)
export const isAt = (tract: TractId, branch: string) => (item: Queued): boolean => item.tract === tract && item.branch === branch

export function enqueue(tract: TractId, branch: string, said: Said, after: LLMCallId | null): void {
  set((items) => [...items, { id: crypto.randomUUID(), tract, branch, said, after, state: 'waiting', problem: null }])
}
export function changeQueued(id: string, to: Partial<Pick<Queued, 'after' | 'state' | 'problem'>>): void {
  set((items) => items.map((item) => (item.id === id ? { ...item, ...to } : item)))
}
export function removeQueued(id: string): void {
  set((items) => items.filter((item) => item.id !== id))
}
/** Takes out the one that was sent; what stands behind it waits for its answer. */
export function queuedSent(sent: Queued, call: LLMCallId): void {
  const isBehind = isAt(sent.tract, sent.branch)
  set((items) => items.filter(({ id }) => id !== sent.id).map((item) => (isBehind(item) ? { ...item, after: call } : item)))
}

function set(change: (items: readonly Queued[]) => readonly Queued[]): void {
  useQueue.setState(({ items }) => ({ items: change(items) }))
}
