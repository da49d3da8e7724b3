import type { Priority } from '../../core/model/content.ts'
import type { BlobKey, CommitKey, FoldCommit, MessageKey } from '../../core/context/source.ts'
import { linearOrder } from './memoryHistory.ts'
import type { MemoryHistory } from './memoryHistory.ts'

/** A message as the slow fold leaves it. */
export type NaiveMessage = {
  message: MessageKey
  introducedAt: CommitKey
  blob: BlobKey
  blobBy: MessageKey
  blobAt: CommitKey
  priority: Priority
  priorityBy: MessageKey
  priorityAt: CommitKey
  edits: number
  isSummary: boolean
  inForce: boolean
  inForceBy: MessageKey | null
  inForceAt: CommitKey | null
  shown: boolean
}
export type NaiveContext = { readonly messages: readonly NaiveMessage[]; readonly shown: number; readonly tokens: number }

/** The context at a commit, from the definition: every commit of the linear order in turn, over plain maps, nothing kept from one call to the next. */
export function naiveContext(history: MemoryHistory, tip: CommitKey | null): NaiveContext {
  const slots: MessageKey[][] = []
  const messages = new Map<MessageKey, NaiveMessage>()
  const named: { readonly summary: MessageKey; readonly message: MessageKey }[] = []
  for (const key of linearOrder(history.commits, tip ?? undefined)) apply(history.commits.get(key)!)
  for (const one of messages.values()) one.shown = isShown(one)
  const inOrder = slots.flat().map((message) => messages.get(message)!)
  const shown = inOrder.filter((one) => one.shown)
  return { messages: inOrder, shown: shown.length, tokens: shown.reduce((sum, one) => sum + history.tokensOf(one.blob), 0) }

  function apply(commit: FoldCommit): void {
    const { key, change, kind, target, blob, priority } = commit
    const aim = target === null ? undefined : messages.get(target)
    if (kind === 'append' && blob !== null && !messages.has(change)) {
      slots.push([change])
      messages.set(change, introduce(commit, blob, false))
    }
    if (kind === 'edit' && aim && blob !== null) Object.assign(aim, { blob, blobBy: change, blobAt: key, edits: aim.edits + 1 })
    if (kind === 'annotate' && aim && priority !== null) Object.assign(aim, { priority, priorityBy: change, priorityAt: key })
    if (kind === 'compress' && blob !== null) compress(commit, blob)
    if (kind === 'expand' && aim?.isSummary) Object.assign(aim, { inForce: false, inForceBy: change, inForceAt: key })
    if (kind === 'resolve' || kind === 'merge') resolve(commit)
  }

  function compress(commit: FoldCommit, blob: BlobKey): void {
    const replaces = commit.replaces ?? []
    if (!messages.has(commit.change)) {
      const slot = slots.find((ids) => ids.some((id) => replaces.includes(id)))
      if (slot) slot.unshift(commit.change)
      else slots.push([commit.change])
      messages.set(commit.change, introduce(commit, blob, true))
    }
    for (const message of replaces) named.push({ summary: commit.change, message })
  }

  function resolve({ key, change, resolutions }: FoldCommit): void {
    for (const one of resolutions ?? []) {
      const aim = messages.get(one.message)
      if (aim && one.blob !== undefined) Object.assign(aim, { blob: one.blob, blobBy: change, blobAt: key })
      if (aim && one.priority !== undefined) Object.assign(aim, { priority: one.priority, priorityBy: change, priorityAt: key })
      if (aim?.isSummary && one.inForce !== undefined) Object.assign(aim, { inForce: one.inForce, inForceBy: change, inForceAt: key })
    }
  }

  function isShown(one: NaiveMessage): boolean {
    const isCovered = named.some(({ summary, message }) => message === one.message && messages.get(summary)?.isSummary && messages.get(summary)?.inForce)
    return !(one.isSummary && !one.inForce) && (one.priority === 'pinned' || (one.priority !== 'skip' && !isCovered))
  }
}

function introduce({ change, key, priority }: FoldCommit, blob: BlobKey, isSummary: boolean): NaiveMessage {
  return {
    message: change, introducedAt: key, blob, blobBy: change, blobAt: key, priority: priority ?? 'normal', priorityBy: change, priorityAt: key,
    edits: 0, isSummary, inForce: isSummary, inForceBy: isSummary ? change : null, inForceAt: isSummary ? key : null, shown: false,
  }
}
