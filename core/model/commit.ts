import type { Author } from './author.ts'
import type { ConfigLevels, LLMConfig } from './config.ts'
import type { Content, ContentType, Priority, Role } from './content.ts'
import type { CommitHash, EpochMs, MessageId } from './ids.ts'
import type { JsonObject } from './json.ts'

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
  /** For a copy: the message it is a copy of. */
  readonly origin: MessageId | null
  readonly contentType: ContentType
  readonly role: Role
  readonly tokens: number
  /** The first 120 characters; the whole is in `show`. */
  readonly preview: string
}
export type EditCommit = CommitBase & {
  readonly kind: 'edit'
  readonly target: MessageId
  readonly contentType: ContentType
  readonly tokens: number
  readonly preview: string
}
export type AnnotateCommit = CommitBase & {
  readonly kind: 'annotate'
  readonly target: MessageId
  readonly priority: Priority
  readonly reason: string | null
}
export type Commit = AppendCommit | EditCommit | AnnotateCommit
export type CommitKind = Commit['kind']

/** One commit with what it brought; null for an annotation. */
export type CommitDetail = {
  readonly commit: Commit
  readonly content: Content | null
  readonly branches: readonly string[]
}

/** A light row for drawing. */
export type GraphRow = {
  readonly hash: CommitHash
  readonly parents: readonly CommitHash[]
  readonly kind: CommitKind
  /** The message it introduces or changes. */
  readonly messageId: MessageId
  readonly contentType: ContentType | null
  readonly role: Role | null
  readonly preview: string
  readonly tokens: number
  readonly createdAt: EpochMs
  readonly author: Author
  readonly branches: readonly string[]
  readonly isHead: boolean
}
