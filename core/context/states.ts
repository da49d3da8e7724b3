import type { CommitKey, ContextSource, FoldCommit } from './source.ts'
import { fold } from './reduce.ts'
import { emptyState } from './state.ts'
import type { State } from './state.ts'

/** The states of recent commits. What isn't kept is folded from the nearest first-parent ancestor that is. */
export type States = {
  /** The state at a commit; of null, the empty one. */
  at(key: CommitKey | null): State
  /** The state after commits that were just written on top of `parent`, each the first parent of the next; nothing of their line is read. */
  extend(parent: CommitKey | null, commits: readonly FoldCommit[]): State
  /** Keeps a state that was made elsewhere. */
  remember(key: CommitKey, state: State): void
  /** Drops what is kept of commits from `key` on (a transaction was taken back: their row numbers are given out again); without a key, all. */
  forget(key?: CommitKey): void
  /** Commits folded since it was made. */
  readonly reduced: number
}

/** A state shares all with the one it was folded onto but what its own commits changed: that is what it takes to keep it. */
export type StatesLimits = { readonly maxStates: number; readonly maxCommits: number }
const usualLimits: StatesLimits = { maxStates: 512, maxCommits: 1_000_000 }

export function openStates(source: Pick<ContextSource, 'line' | 'own'>, limits: StatesLimits = usualLimits): States {
  const kept = new Map<CommitKey, { readonly state: State; readonly own: number }>()
  let commits = 0
  let reduced = 0

  const drop = (key: CommitKey) => {
    commits -= kept.get(key)?.own ?? 0
    kept.delete(key)
  }
  const keep = (key: CommitKey, state: State, own: number) => {
    drop(key)
    kept.set(key, { state, own })
    commits += own
    for (const oldest of kept.keys()) {
      if (oldest === key || (kept.size <= limits.maxStates && commits <= limits.maxCommits)) break
      drop(oldest)
    }
  }
  const own = (merge: CommitKey) => {
    const brought = source.own(merge)
    reduced += brought.length
    return brought
  }
  const foldOn = (base: State, line: readonly FoldCommit[]) => {
    const tip = line.at(-1)
    if (!tip) return base
    const before = reduced
    const state = fold(base, line, own)
    reduced += line.length
    keep(tip.key, state, reduced - before)
    return state
  }
  const at = (key: CommitKey | null): State => {
    if (key === null) return emptyState
    const known = kept.get(key)
    if (known) {
      keep(key, known.state, known.own)
      return known.state
    }
    const { base, stretches } = unknownLine(key)
    return stretches.reduceRight(foldOn, base === null ? emptyState : at(base))
  }
  /** What of the line to a commit isn't kept, newest stretch first. */
  const unknownLine = (tip: CommitKey) => {
    const stretches: (readonly FoldCommit[])[] = []
    let base: CommitKey | null = tip
    while (base !== null && !kept.has(base)) {
      const line = source.line(base, (ancestor) => kept.has(ancestor))
      stretches.push(line.commits)
      base = line.base
    }
    return { base, stretches }
  }

  return {
    at,
    extend: (parent, line) => foldOn(at(parent), line),
    remember: (key, state) => keep(key, state, state.messages),
    forget(from) {
      for (const key of kept.keys()) if (from === undefined || key >= from) drop(key)
    },
    get reduced() {
      return reduced
    },
  }
}
