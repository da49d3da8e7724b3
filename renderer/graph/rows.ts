import type { ContentType, Role } from '../../core/model/content.ts'
import type { Author } from '../../core/model/author.ts'
import type { GraphRow } from '../../core/model/commit.ts'
import { plainPreview } from '../chat/plainPreview.ts'
import type { CommitHash, EpochMs, MessageId } from '../../core/model/ids.ts'
import type { Fold } from './foldRuns.ts'

/** How a step relates to what the model sees on the current branch. `out`: it is on another one; `replaced`: something else stands for it, such as a summary. */
export type RailState = 'in' | 'out' | 'hidden' | 'pinned' | 'replaced'

/** One drawn row: a message, a summary, or a merge. Pins, skips and corrections are no rows of their own; they show on their message. */
export type RailRow = {
  readonly hash: CommitHash
  readonly messageId: MessageId
  /** Steps before it; commits that are no rows are jumped over. */
  readonly parents: readonly CommitHash[]
  readonly role: Role
  readonly contentType: ContentType
  readonly preview: string
  readonly tokens: number
  readonly createdAt: EpochMs
  readonly author: Author
  /** With which a model wrote it; null where none did. */
  readonly model: string | null
  readonly temperature: number | null
  readonly branches: readonly string[]
  /** Bookmarks that stand on it. */
  readonly tags: readonly string[]
  /** You are here: the end of the open branch, or the old step that is looked at. */
  readonly isHead: boolean
  /** The end of the open branch. */
  readonly isTip: boolean
  readonly state: RailState
  readonly corrections: number
  /** Nothing but the hash is left of its text. */
  readonly isErased: boolean
  /** Of how many steps it is the summary. */
  readonly standsFor: number
  /** Where two branches came together: no step, nothing the model sees. `messageId` is its own hash then. */
  readonly isMerge: boolean
  /** What it stands for, where it is a run of steps in one row. */
  readonly fold: Fold | null
}

/** What the compiled context of the current branch says; null while it isn't known. */
export type RailContext = {
  readonly pinned: ReadonlySet<MessageId>
  readonly hidden: ReadonlySet<MessageId>
  readonly replaced: ReadonlySet<MessageId>
  /** Of how many messages each summary in force is one. */
  readonly summaries: ReadonlyMap<MessageId, number>
}

/** Turns commits, newest first, into the rows of the rail, newest first. `branch` is the branch on the screen, `at` the old step of it that is looked at. */
export function toRailRows(graph: readonly GraphRow[], branch: string, context: RailContext | null, at: CommitHash | null = null): readonly RailRow[] {
  return withContext(bareRows(graph, branch, at), context)
}

/** Marks rows with what the model sees of them. A row that stays as it was is the same object. */
export function withContext(rows: readonly RailRow[], context: RailContext | null): readonly RailRow[] {
  if (context === null) return rows
  return rows.map((row) => {
    if (row.state === 'out') return row
    const [state, standsFor] = [stateOf(row.messageId, context), context.summaries.get(row.messageId) ?? 0]
    return state === row.state && standsFor === row.standsFor ? row : { ...row, state, standsFor }
  })
}

function stateOf(message: MessageId, { hidden, replaced, pinned }: RailContext): RailState {
  if (hidden.has(message)) return 'hidden'
  if (replaced.has(message)) return 'replaced'
  return pinned.has(message) ? 'pinned' : 'in'
}

/** The rows as they are without a context: on the branch, or not. */
function bareRows(graph: readonly GraphRow[], branch: string, at: CommitHash | null): readonly RailRow[] {
  const stepOf = nearestSteps(graph)
  const labels = labelsByStep(graph, stepOf)
  const onBranch = at === null ? historyOf(graph, branch) : historyFrom(graph, [at])
  const [looked] = at === null ? [] : (stepOf.get(at) ?? [])
  const corrections = correctionsOf(graph, onBranch)
  return graph.filter(isRow).map((row) => {
    const messageId = row.messageId ?? (row.hash as string as MessageId)
    const current = onBranch.has(row.hash)
    const edits = corrections.get(messageId) ?? []
    const isTip = labels.get(row.hash)?.branches.includes(branch) ?? false
    return {
      hash: row.hash,
      messageId,
      parents: row.parents.flatMap((parent) => stepOf.get(parent) ?? [parent]),
      role: row.role ?? 'user',
      contentType: row.contentType ?? 'dialogue',
      preview: plainPreview(edits[0]?.preview ?? row.preview, row.contentType ?? 'dialogue'),
      tokens: row.kind === 'merge' ? 0 : (edits[0]?.tokens ?? row.tokens),
      createdAt: row.createdAt,
      author: row.author,
      model: row.model,
      temperature: row.temperature,
      branches: labels.get(row.hash)?.branches ?? [],
      tags: labels.get(row.hash)?.tags ?? [],
      isHead: at === null ? isTip : row.hash === looked,
      isTip,
      state: current ? 'in' : 'out',
      corrections: edits.length,
      isErased: (edits[0] ?? row).goneAt !== undefined,
      standsFor: 0,
      isMerge: row.kind === 'merge',
      fold: null,
    }
  })
}

/** Messages, summaries and merges are rows; pins, corrections and the like show on them. */
export const isRow = (row: GraphRow): boolean => row.kind === 'merge' || ((row.kind === 'append' || row.kind === 'compress') && row.messageId !== null)

/** For each commit the newest row at or before it. Commits whose line leaves the page are absent. */
export function nearestSteps(graph: readonly GraphRow[]): Map<string, readonly CommitHash[]> {
  const steps = new Map<string, readonly CommitHash[]>()
  for (const row of graph.toReversed()) {
    const before = [...new Set(row.parents.flatMap((parent) => steps.get(parent) ?? []))]
    if (isRow(row)) steps.set(row.hash, [row.hash])
    else if (before.length > 0) steps.set(row.hash, before)
  }
  return steps
}

type Labels = { readonly branches: string[]; readonly tags: string[] }

function labelsByStep(graph: readonly GraphRow[], stepOf: ReadonlyMap<string, readonly CommitHash[]>): Map<CommitHash, Labels> {
  const labels = new Map<CommitHash, Labels>()
  for (const row of graph) {
    const [step] = stepOf.get(row.hash) ?? []
    if (step === undefined || row.branches.length + row.tags.length === 0) continue
    const entry = labels.get(step) ?? { branches: [], tags: [] }
    entry.branches.push(...row.branches)
    entry.tags.push(...row.tags)
    labels.set(step, entry)
  }
  return labels
}

/** Every loaded commit the branch reaches. */
export function historyOf(graph: readonly GraphRow[], branch: string): Set<string> {
  return historyFrom(graph, graph.filter((row) => row.branches.includes(branch)).map((row) => row.hash))
}

function historyFrom(graph: readonly GraphRow[], tips: readonly CommitHash[]): Set<string> {
  const reached = new Set<string>(tips)
  for (const row of graph) if (reached.has(row.hash)) for (const parent of row.parents) reached.add(parent)
  return reached
}

/** Corrections by message, newest first: those on the current branch; for messages of other branches, those made there. */
function correctionsOf(graph: readonly GraphRow[], onBranch: ReadonlySet<string>): Map<MessageId, GraphRow[]> {
  const found = new Map<MessageId, GraphRow[]>()
  for (const row of graph) {
    if (row.kind !== 'edit' || row.messageId === null || onBranch.has(row.messageId) !== onBranch.has(row.hash)) continue
    found.set(row.messageId, [...(found.get(row.messageId) ?? []), row])
  }
  return found
}
