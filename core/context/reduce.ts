import { assertNever } from '../model/assertNever.ts'
import { closeDraft, count, counting, insert, openDraft, put, rewrite, union } from './draft.ts'
import type { Draft } from './draft.ts'
import type { CommitKey, FoldCommit, FoldResolution, MessageKey } from './source.ts'
import { findEntry } from './state.ts'
import type { Entry, State } from './state.ts'
import { trieGet, trieSet } from './trie.ts'

/**
 * The state after one more commit. Total: a commit that doesn't fit (a target that isn't here, a message that is here already) has no effect.
 * A merge gives only its own resolutions; the commits it brings in are folded before it: `fold`.
 */
export function reduce(state: State, commit: FoldCommit): State {
  const draft = openDraft(state)
  apply(draft, commit)
  return closeDraft(draft)
}

/** The state after a line of commits, each the first parent of the next. `own` gives what a merge brings in: its second parent's own commits. */
export function fold(state: State, commits: readonly FoldCommit[], own: (merge: CommitKey) => readonly FoldCommit[]): State {
  const draft = openDraft(state)
  for (const commit of commits) foldInto(draft, commit, own)
  return closeDraft(draft)
}

/** One step of `fold`, for who looks at the draft between two of them. */
export function foldInto(draft: Draft, commit: FoldCommit, own: (merge: CommitKey) => readonly FoldCommit[]): void {
  if (commit.kind === 'merge') for (const brought of own(commit.key)) bring(draft, brought, commit.key)
  apply(draft, commit)
}

/** What a merge brings in; a message that is new here is known to have come by it. */
function bring(draft: Draft, commit: FoldCommit, merge: CommitKey): void {
  const before = draft.messages
  apply(draft, commit)
  if (draft.messages > before) draft.merged = trieSet(draft.merged, commit.change, merge, draft.owner)
}

function apply(draft: Draft, commit: FoldCommit): void {
  switch (commit.kind) {
    case 'append':
      return append(draft, commit)
    case 'edit':
      return edit(draft, commit)
    case 'annotate':
      return annotate(draft, commit)
    case 'compress':
      return compress(draft, commit)
    case 'expand':
      return expand(draft, commit)
    case 'resolve':
    case 'merge':
      return commit.resolutions?.forEach((resolution) => resolve(draft, commit, resolution))
    default:
      assertNever(commit.kind)
  }
}

function append(draft: Draft, commit: FoldCommit): void {
  if (commit.blob === null || trieGet(draft.places, commit.change) !== undefined) return
  const entry = introduce(commit, commit.blob, null)
  insert(draft, draft.slots.length, entry)
  count(draft, entry, 1)
}

function edit(draft: Draft, { target, blob, tokens, change, key }: FoldCommit): void {
  if (target === null || blob === null) return
  rewrite(draft, target, (entry) => ({ ...entry, blob, tokens, blobBy: change, blobAt: key, edits: entry.edits + 1 }))
}

function annotate(draft: Draft, { target, priority, change, key }: FoldCommit): void {
  if (target === null || priority === null) return
  rewrite(draft, target, (entry) => ({ ...entry, priority, priorityBy: change, priorityAt: key }))
}

function compress(draft: Draft, commit: FoldCommit): void {
  const { change, blob } = commit
  const replaces = commit.replaces ?? []
  if (blob === null) return
  counting(draft, [change, ...replaces], () => {
    const known = findEntry(draft, change)
    if (!known) insert(draft, placeOfSummary(draft, replaces), introduce(commit, blob, replaces))
    else if (known.summary) put(draft, { ...known, summary: { ...known.summary, replaces: union(known.summary.replaces, replaces) } })
    for (const message of replaces) {
      draft.covers = trieSet(draft.covers, message, union(trieGet(draft.covers, message) ?? [], [change]), draft.owner)
    }
  })
}

function expand(draft: Draft, { target, change, key }: FoldCommit): void {
  if (target !== null) setInForce(draft, target, false, change, key)
}

function resolve(draft: Draft, { change, key }: FoldCommit, { message, blob, tokens = 0, priority, inForce }: FoldResolution): void {
  rewrite(draft, message, (entry) => ({
    ...entry,
    ...(blob === undefined ? {} : { blob, tokens, blobBy: change, blobAt: key }),
    ...(priority === undefined ? {} : { priority, priorityBy: change, priorityAt: key }),
  }))
  if (inForce !== undefined) setInForce(draft, message, inForce, change, key)
}

function setInForce(draft: Draft, message: MessageKey, inForce: boolean, by: MessageKey, at: CommitKey): void {
  const entry = findEntry(draft, message)
  if (!entry?.summary) return
  const summary = { ...entry.summary, inForce, inForceBy: by, inForceAt: at }
  counting(draft, [message, ...summary.replaces], () => put(draft, { ...entry, summary }))
}

/** A message as its own commit brings it. */
function introduce({ change, key, tokens, priority }: FoldCommit, blob: number, replaces: readonly MessageKey[] | null): Entry {
  return {
    message: change,
    introducedAt: key,
    blob,
    tokens,
    blobBy: change,
    blobAt: key,
    priority: priority ?? 'normal',
    priorityBy: change,
    priorityAt: key,
    edits: 0,
    summary: replaces && { replaces: union([], replaces), inForce: true, inForceBy: change, inForceAt: key },
  }
}

/** The slot of the first message it stands for; at the end when none of them is here. */
function placeOfSummary(draft: Draft, replaces: readonly MessageKey[]): number {
  return replaces.reduce((first, message) => Math.min(first, trieGet(draft.places, message) ?? first), draft.slots.length)
}
