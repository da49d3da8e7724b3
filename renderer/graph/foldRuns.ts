import type { EpochMs, MessageId } from '../../core/model/ids.ts'
import type { RailRow } from './rows.ts'

/** Steps one after the other of which none is of note, drawn as one row. */
export type Fold = {
  readonly count: number
  readonly tokens: number
  readonly hidden: number
  readonly from: EpochMs
  readonly to: EpochMs
  /** Its oldest step: what the fold is known by while it grows. */
  readonly oldest: string
}

export type Noted = {
  /** Steps that always stand for themselves: the selected one, those whose answer failed. */
  readonly messages: ReadonlySet<MessageId>
  /** Runs that were opened, by their oldest step. */
  readonly opened: ReadonlySet<string>
}

/** From how many steps on a run is folded. */
const least = 4

/**
 * Folds runs, newest → oldest. A run is a chain of steps that each have one step before and one after, no branch or bookmark, and that were neither
 * pinned nor corrected nor made by a summary. Its row stands where its newest step stood and follows what its oldest followed, so lanes are laid as before.
 */
export function foldRuns(rows: readonly RailRow[], noted: Noted): readonly RailRow[] {
  const chain = chainsIn(rows, noted.messages)
  const inside = new Set<string>()
  return rows.flatMap((row) => {
    if (inside.has(row.hash)) return []
    const run = chain(row)
    const oldest = run.at(-1)
    if (oldest === undefined || run.length < least || noted.opened.has(oldest.hash)) return [row]
    for (const step of run) inside.add(step.hash)
    return [folded(row, run, oldest)]
  })
}

/** The run that a step would be folded into, by its oldest step; null: it stands for itself. */
export function runHolding(rows: readonly RailRow[], messages: Noted['messages'], hash: string): string | null {
  const chain = chainsIn(rows, messages)
  const inside = new Set<string>()
  for (const row of rows) {
    if (inside.has(row.hash)) continue
    const run = chain(row)
    for (const step of run) inside.add(step.hash)
    if (inside.has(hash)) return run.length >= least ? (run.at(-1)?.hash ?? null) : null
    if (row.hash === hash) return null
  }
  return null
}

/** Gives the run that begins with a step, newest first; empty where the step is of note or stands in the middle of one. */
function chainsIn(rows: readonly RailRow[], messages: ReadonlySet<MessageId>): (newest: RailRow) => readonly RailRow[] {
  const byHash = new Map(rows.map((row) => [row.hash as string, row]))
  const children = new Map<string, number>()
  for (const { parents } of rows) for (const parent of parents) children.set(parent, (children.get(parent) ?? 0) + 1)
  const isPlain = (row: RailRow): boolean => row.parents.length === 1 && children.get(row.hash) === 1 && !isOfNote(row) && !messages.has(row.messageId)
  return (newest) => {
    const run: RailRow[] = []
    for (let row: RailRow | undefined = newest; row !== undefined && isPlain(row); row = byHash.get(row.parents[0] ?? '')) run.push(row)
    return run
  }
}

const isOfNote = ({ branches, tags, isHead, state, corrections, contentType }: RailRow): boolean => branches.length + tags.length > 0 || isHead || state === 'pinned' || corrections > 0 || contentType === 'summary'

function folded(newest: RailRow, run: readonly RailRow[], oldest: RailRow): RailRow {
  const tokens = run.reduce((sum, step) => sum + step.tokens, 0)
  const hidden = run.filter(({ state }) => state === 'hidden').length
  const fold = { count: run.length, tokens, hidden, from: oldest.createdAt, to: newest.createdAt, oldest: oldest.hash }
  return { ...newest, parents: oldest.parents, state: run.every(({ state }) => state === 'out') ? 'out' : run.every(({ state }) => state === 'replaced') ? 'replaced' : 'in', fold }
}
