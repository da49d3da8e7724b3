import type { GraphRow } from '../../core/model/commit.ts'
import type { CommitHash, MessageId } from '../../core/model/ids.ts'
import { reachOf } from './reach.ts'
import { isRow, nearestSteps } from './rows.ts'

/** One of several messages that follow the same step: a question asked again, another answer. */
export type Sibling = { readonly messageId: MessageId; readonly hash: CommitHash; readonly preview: string }
/** Oldest first; `at` is the one that was asked about. */
export type Siblings = { readonly at: number; readonly all: readonly Sibling[] }

/** The versions of a message at its place in the tree, itself among them; null where nothing else follows the step before it. */
export function siblingsOf(rows: readonly GraphRow[], branch: string, message: MessageId): Siblings | null {
  const { groups, known } = forksIn(rows)
  const key = `${branch}\n${message}`
  const before = known.get(key)
  if (before !== undefined) return before
  const mine = groups.get(message) ?? []
  const own = reachOf(rows, branch)
  const group = mine.find((one) => one.some(({ messageId, hash }) => messageId === message && own.has(hash))) ?? mine[0]
  const found = group === undefined ? null : { at: group.findIndex(({ messageId }) => messageId === message), all: group }
  known.set(key, found)
  return found
}

/** The branch that shows a sibling: the one looked at last of those that hold it, else the one that was written to last. */
export function branchOfSibling(rows: readonly GraphRow[], { hash }: Sibling, visited: readonly string[], byAge: readonly string[]): string | null {
  const holds = (name: string): boolean => reachOf(rows, name).has(hash)
  return visited.find((name) => byAge.includes(name) && holds(name)) ?? byAge.find(holds) ?? null
}

type Forks = { readonly groups: ReadonlyMap<MessageId, readonly (readonly Sibling[])[]>; /** What was answered before. */ readonly known: Map<string, Siblings | null> }
const forksByRows = new WeakMap<readonly GraphRow[], Forks>()

function forksIn(rows: readonly GraphRow[]): Forks {
  const forks = forksByRows.get(rows) ?? { groups: groupsIn(rows), known: new Map<string, Siblings | null>() }
  forksByRows.set(rows, forks)
  return forks
}

function groupsIn(rows: readonly GraphRow[]): Map<MessageId, (readonly Sibling[])[]> {
  const groups = new Map<MessageId, (readonly Sibling[])[]>()
  for (const after of followers(rows).values()) {
    const all = oncePerMessage(after).flatMap(toSibling)
    if (all.length > 1) for (const { messageId } of all) groups.set(messageId, [...(groups.get(messageId) ?? []), all])
  }
  return groups
}

/** What follows each step, oldest first, of all that a branch holds. A step whose past isn't loaded follows its parent by name. */
function followers(rows: readonly GraphRow[]): Map<string, GraphRow[]> {
  const stepOf = nearestSteps(rows)
  const held = heldByBranches(rows)
  const after = new Map<string, GraphRow[]>()
  for (const row of rows.toReversed()) {
    if (!isRow(row) || row.kind === 'merge' || !held.has(row.hash)) continue
    const [parent] = row.parents
    const key = parent === undefined ? 'nothing' : (stepOf.get(parent)?.[0] ?? parent)
    after.set(key, [...(after.get(key) ?? []), row])
  }
  return after
}

function heldByBranches(rows: readonly GraphRow[]): ReadonlySet<string> {
  const held = new Set<string>()
  for (const row of rows) {
    if (row.branches.length > 0) held.add(row.hash)
    if (held.has(row.hash)) for (const parent of row.parents) held.add(parent)
  }
  return held
}

/** A copy that is still the same message is no other version of it. Of those of one message, `kept` or the first stays. */
export function oncePerMessage<Row extends { readonly messageId: MessageId | null }>(rows: readonly Row[], kept?: Row): readonly Row[] {
  const met = new Set([kept?.messageId])
  return rows.filter((row) => row === kept || (!met.has(row.messageId) && met.add(row.messageId)))
}

const toSibling = ({ messageId, hash, preview }: GraphRow): readonly Sibling[] => (messageId === null ? [] : [{ messageId, hash, preview }])
