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

/** At most `maxStates`, and fewer where they are large: states of one line share nearly everything, states of different tracts nothing. */
export type StatesLimits = { readonly maxStates: number; readonly maxMessages: number }
const usualLimits: StatesLimits = { maxStates: 64, maxMessages: 1_000_000 }

export function openStates(source: Pick<ContextSource, 'line' | 'own'>, limits: StatesLimits = usualLimits): States {
  const kept = new Map<CommitKey, State>()
  let messages = 0
  let reduced = 0

  const drop = (key: CommitKey) => {
    messages -= kept.get(key)?.messages ?? 0
    kept.delete(key)
  }
  const remember = (key: CommitKey, state: State) => {
    drop(key)
    kept.set(key, state)
    messages += state.messages
    for (const oldest of kept.keys()) {
      if (oldest === key || (kept.size <= limits.maxStates && messages <= limits.maxMessages)) break
      drop(oldest)
    }
  }
  const own = (merge: CommitKey) => {
    const brought = source.own(merge)
    reduced += brought.length
    return brought
  }
  const foldOn = (base: State, commits: readonly FoldCommit[]) => {
    const tip = commits.at(-1)
    if (!tip) return base
    const state = fold(base, commits, own)
    reduced += commits.length
    remember(tip.key, state)
    return state
  }
  const at = (key: CommitKey | null): State => {
    if (key === null) return emptyState
    const known = kept.get(key)
    if (known) {
      remember(key, known)
      return known
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
    extend: (parent, commits) => foldOn(at(parent), commits),
    remember,
    forget(from) {
      for (const key of kept.keys()) if (from === undefined || key >= from) drop(key)
    },
    get reduced() {
      return reduced
    },
  }
}
