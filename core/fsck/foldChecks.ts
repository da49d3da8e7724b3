import { closeDraft, type Draft, openDraft } from '../context/draft.ts'
import { foldInto } from '../context/reduce.ts'
import { type FoldCommit, gone, type MessageKey } from '../context/source.ts'
import { contextTokens, emptyState, findEntry, type State } from '../context/state.ts'
import type { Role } from '../model/content.ts'
import { encodings, priorities } from '../store/commitKinds.ts'
import { type RawCommit, readBlobsAfter } from '../store/fsckRows.ts'
import { contentOf, countOf } from './blobChecks.ts'
import type { Found } from './finding.ts'
import { ownOf } from './own.ts'
import { changeOf, kindOfRow, nameOfCommit, type Subject } from './subject.ts'

/** What folding a commit gives, as its row must say it. */
export type Totals = { readonly messages: number; readonly contextTokens: number; readonly contextMessages: number }

export function* checkTotals(subject: Subject): Iterable<Found> {
  const found: Found[] = []
  const nameOf = (commit: RawCommit) => `The ${kindOfRow(commit)} ${nameOfCommit(commit)}`
  foldAll(subject, {
    before: (commit, state) => {
      if (commit.purgedBy === null) for (const { code, text } of checkFit(subject, commit, state)) found.push({ code, text: `${nameOf(commit)} ${text}`, tract: commit.tract })
    },
    after: (commit, state) => {
      if (commit.purgedBy !== null) return
      const totals = totalsOf(state)
      const differs = fields.find((field) => totals[field] !== commit[field])
      if (differs) found.push({ code: 'I-14', text: `${nameOf(commit)} says that there are ${commit[differs]} ${words[differs]}; there are ${totals[differs]}`, tract: commit.tract })
      for (const { message } of subject.payloads.get(commit.id)?.resolutions ?? []) {
        if (!findEntry(state, message)) found.push({ code: 'I-21', text: `${nameOf(commit)} decides about a message (row ${message}) that is not on its history`, tract: commit.tract })
      }
    },
  })
  yield* found
}

const words = { messages: 'messages in its history', contextTokens: 'tokens in its context', contextMessages: 'messages in its context' } as const
const fields = Object.keys(words) as readonly (keyof Totals)[]
export const totalsOf = (state: State): Totals => ({ messages: state.messages, contextTokens: contextTokens(state), contextMessages: state.shown })

/** Looks at the context before and after a commit. What it is shown changes afterwards: it keeps nothing of it. */
export type Visit = { readonly before?: (commit: RawCommit, state: State) => void; readonly after: (commit: RawCommit, state: State) => void }

/** Folds every commit once, parents first, and shows each with its context; in the encoding that its totals are counted in. */
export function foldAll(subject: Subject, visit: Visit): void {
  for (const encoding of encodings.keys()) {
    if (subject.commits.list.some((commit) => commit.encoding === encoding)) foldIn(subject, encoding, visit)
  }
}

function foldIn(subject: Subject, encoding: number, visit: Visit): void {
  const { list, byId } = subject.commits
  const toFold = commitsAsFolded(subject, encoding)
  const children = new Map<number, number>()
  for (const { parent } of list) if (parent !== null) children.set(parent, (children.get(parent) ?? 0) + 1)
  const open = new Map<number, Draft>()
  const forks = new Map<number, State>()
  for (const commit of list) {
    const before = commit.parent === null ? openDraft(emptyState) : (open.get(commit.parent) ?? draftAt(forks.get(commit.parent)))
    if (!before || kindOfRow(commit) === undefined) continue
    if (commit.parent !== null) open.delete(commit.parent)
    const isCounted = commit.encoding === encoding
    if (isCounted) visit.before?.(commit, before)
    foldInto(before, toFold(commit), () => ownOf(byId, commit).map(toFold))
    if (isCounted) visit.after(commit, before)
    const followers = children.get(commit.id) ?? 0
    if (followers === 1) open.set(commit.id, before)
    else if (followers > 1) forks.set(commit.id, closeDraft(before))
  }
}

const draftAt = (state: State | undefined): Draft | undefined => state && openDraft(state)

function commitsAsFolded(subject: Subject, encoding: number): (commit: RawCommit) => FoldCommit {
  const tokensOf = (blob: number | null | undefined): number => {
    const head = blob === null || blob === undefined ? undefined : subject.blobs.byId.get(blob)
    return head ? ((encoding === 0 ? head.tokensO200k : head.tokensCl100k) ?? countBlob(subject, head.id, encoding)) : 0
  }
  return (commit) => {
    const { replaces = null, resolutions } = subject.payloads.get(commit.id) ?? {}
    return {
      key: commit.id, change: changeOf(commit), kind: kindOfRow(commit) ?? 'resolve', target: commit.target, blob: commit.blob, tokens: tokensOf(commit.blob),
      priority: commit.priority === null ? null : (priorities[commit.priority] ?? 'normal'), replaces,
      resolutions: resolutions?.map((resolution) => (resolution.blob === undefined ? resolution : { ...resolution, tokens: tokensOf(resolution.blob) })) ?? null,
    }
  }
}

/** Of a text that this encoding was never counted for. */
function countBlob({ db }: Subject, blob: number, encoding: number): number {
  const [row] = readBlobsAfter(db, blob - 1, 1)
  const content = row?.[0] === blob ? contentOf(row) : null
  return (content && countOf(content, row?.[3] as Role, encodings[encoding] ?? 'o200k_base', db.types)) ?? 0
}

/** That what a commit names lies on its history. */
function* checkFit({ payloads, blobs }: Subject, commit: RawCommit, before: State): Iterable<Found> {
  if (commit.target !== null) {
    const entry = findEntry(before, commit.target)
    if (!entry) yield { code: 'I-21', text: `is about a message (row ${commit.target}) that is not on its history` }
    else if (commit.kind === 1 && blobs.byId.get(entry.blob)?.type !== blobs.byId.get(commit.blob ?? -1)?.type) yield { code: 'I-21', text: 'makes a message of another type out of a message' }
    else if (commit.kind === 4 && !entry.summary) yield { code: 'I-21', text: 'expands a message that is no summary' }
  }
  const { replaces, originalTokens } = payloads.get(commit.id) ?? {}
  if (commit.origin !== null || !replaces) return
  const tokens = tokensReplaced(before, replaces)
  if (tokens === null) yield { code: 'I-37', text: 'stands for a message that is not on its history' }
  else if (tokens !== 'unknown' && originalTokens !== tokens) yield { code: 'I-38', text: `says that it replaced ${originalTokens} tokens; it replaced ${tokens}` }
}

/** null where one of them isn't here; unknown where a text is gone. */
export function tokensReplaced(before: State, replaces: readonly MessageKey[]): number | null | 'unknown' {
  const entries = replaces.map((message) => findEntry(before, message))
  if (entries.some((entry) => entry?.tokens === gone)) return entries.includes(undefined) ? null : 'unknown'
  return entries.some((entry) => entry === undefined) ? null : entries.reduce((sum, entry) => sum + (entry?.tokens ?? 0), 0)
}
