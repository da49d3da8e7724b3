import type { Author } from './author.ts'
import type { ConfigLevels, LLMConfig } from './config.ts'
import type { Content, ContentType, Priority, Role } from './content.ts'
import type { CommitHash, EpochMs, MessageId } from './ids.ts'
import type { JsonObject } from './json.ts'
import type { ResolvedConflict } from './merge.ts'

export type CommitBase = {
  readonly hash: CommitHash
  readonly parents: readonly CommitHash[]
  readonly message: string
  readonly author: Author
  readonly createdAt: EpochMs
  readonly generation: number
  readonly tags: readonly string[]
  readonly metadata: JsonObject
  /** The settings that were in force when a model wrote this; null when none did. */
  readonly generationConfig: LLMConfig | null
  readonly configLevels: ConfigLevels
}
export type AppendCommit = CommitBase & {
  readonly kind: 'append'
  readonly messageId: MessageId
  /** For a copy that is still the same message: that message. null for a message of its own, and so for one picked with `asCopy`. */
  readonly origin: MessageId | null
  readonly contentType: ContentType
  readonly role: Role
  readonly tokens: number
  /** The first 120 characters; the whole is in `show`. */
  readonly preview: string
  /** When its text went for good; absent while it is there. */
  readonly goneAt?: EpochMs
}
export type EditCommit = CommitBase & {
  readonly kind: 'edit'
  readonly target: MessageId
  readonly contentType: ContentType
  readonly tokens: number
  readonly preview: string
  readonly goneAt?: EpochMs
}
export type AnnotateCommit = CommitBase & {
  readonly kind: 'annotate'
  readonly target: MessageId
  readonly priority: Priority
  readonly reason: string | null
}
/** A summary that stands for messages: they are left out of the context while it is in force. */
export type CompressCommit = CommitBase & {
  readonly kind: 'compress'
  /** The summary is a message of its own. */
  readonly messageId: MessageId
  /** For a copy: the summary it is a copy of. */
  readonly origin: MessageId | null
  readonly replaces: readonly MessageId[]
  readonly instructions: string | null
  readonly targetTokens: number | null
  /** Of what it replaced, when it was written. */
  readonly originalTokens: number
  readonly summaryTokens: number
  readonly preview: string
  readonly goneAt?: EpochMs
}
/** Takes a summary out of force: what it stood for is shown again. */
export type ExpandCommit = CommitBase & { readonly kind: 'expand'; readonly target: MessageId }
/** Joins another branch to this one. `resolutions` are the conflicts that were decided. */
export type MergeCommit = CommitBase & { readonly kind: 'merge'; readonly resolutions: readonly ResolvedConflict[] }
/** What a rebase decided: a merge's outcome, written on a line. */
export type ResolveCommit = CommitBase & { readonly kind: 'resolve'; readonly resolutions: readonly ResolvedConflict[] }
export type Commit = AppendCommit | EditCommit | AnnotateCommit | CompressCommit | ExpandCommit | MergeCommit | ResolveCommit
export type CommitKind = Commit['kind']

/** What one history has and others have not: how many commits, and the newest of them, oldest first. */
export type OwnCommits = { readonly count: number; readonly newest: readonly Commit[] }

/** One commit with what it brought; `content` is null for a commit that brings no text. */
export type CommitDetail = {
  readonly commit: Commit
  readonly content: Content | null
  readonly branches: readonly string[]
  /** Names that were given to this commit for good. (`commit.tags` are the labels it was written with.) */
  readonly tags: readonly string[]
}

/** A light row for drawing. */
export type GraphRow = {
  readonly hash: CommitHash
  readonly parents: readonly CommitHash[]
  readonly kind: CommitKind
  /** The message it introduces or changes; null for a merge. */
  readonly messageId: MessageId | null
  readonly contentType: ContentType | null
  readonly role: Role | null
  readonly preview: string
  readonly tokens: number
  readonly createdAt: EpochMs
  readonly author: Author
  /** What a model wrote was written by this one; null for what nobody asked a model for. */
  readonly model: string | null
  readonly temperature: number | null
  readonly branches: readonly string[]
  readonly tags: readonly string[]
  readonly isHead: boolean
  /** When its text went for good; absent while it is there. */
  readonly goneAt?: EpochMs
}
