import type { CommitHash, EpochMs } from './ids.ts'

export type Head =
  | { readonly kind: 'attached'; readonly branch: string; /** null before the first commit. */ readonly commit: CommitHash | null }
  | { readonly kind: 'detached'; readonly commit: CommitHash }

export type Branch = {
  readonly name: string
  /** null while nothing was said on it. */
  readonly commit: CommitHash | null
  readonly isCurrent: boolean
  readonly updatedAt: EpochMs
  /** Messages on it, hidden ones too: what a reader calls its steps. */
  readonly messageCount: number
}

export type RefMove = { readonly ref: string; readonly before: CommitHash | null; readonly after: CommitHash | null }

/** A name for one commit, for good. */
export type Tag = { readonly name: string; readonly commit: CommitHash }
