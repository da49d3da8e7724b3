import type { Author } from '../model/author.ts'
import type { ConfigLevels, LLMConfig } from '../model/config.ts'
import type { Content, ContentType, Priority, Role } from '../model/content.ts'
import type { TypeRows } from '../model/contentTypes.ts'
import type { BlobHash, CommitHash, EpochMs } from '../model/ids.ts'

/** A commit's row number in the file: what the fold computes with. Hashes appear only where a person or a program looks. */
export type CommitKey = number
export type BlobKey = number
/** The row number of the change that introduced a message: its message id, as a number. */
export type MessageKey = number

/** What the fold needs of one commit. */
export type FoldCommit = {
  readonly key: CommitKey
  /** The change this commit is or copies; for `append` (and a summary) it is the message's id. */
  readonly change: MessageKey
  readonly kind: 'append' | 'edit' | 'annotate' | 'compress' | 'expand' | 'resolve' | 'merge'
  readonly target: MessageKey | null
  readonly blob: BlobKey | null
  /** Of the whole message with this blob; 0 where there is none, `gone` where its bytes are no longer there. */
  readonly tokens: number
  /** append: the priority it starts with; annotate: the new one. */
  readonly priority: Priority | null
  /** compress: what the summary stands for. */
  readonly replaces: readonly MessageKey[] | null
  /** merge, resolve: the registers it sets. */
  readonly resolutions: readonly FoldResolution[] | null
}
export type FoldResolution = { readonly message: MessageKey; readonly blob?: BlobKey; readonly tokens?: number; readonly priority?: Priority; readonly inForce?: boolean }

/** Stands for the tokens of a text whose bytes went for good: nobody sees that message. */
export const gone = -1
/** `goneAt`: when its bytes went for good. */
export type BlobFacts = { readonly hash: BlobHash; readonly type: ContentType; readonly role: Role; readonly content: Content; readonly goneAt?: EpochMs }
export type CommitFacts = {
  readonly hash: CommitHash
  readonly kind: FoldCommit['kind']
  readonly author: Author
  readonly createdAt: EpochMs
  readonly reason: string | null
  readonly generationConfig: LLMConfig | null
  readonly configLevels: ConfigLevels
}

/** What the fold reads. The store's implementation is in `storeSource.ts`; a test hands in a plain one. */
export type ContextSource = {
  /** What contents are read with. */
  readonly types: TypeRows
  /**
   * The first-parent line from `tip` back to the first commit that `isKnown` (exclusive), to the root, or to where it left another line: that
   * is where other branches go on from, so its state is worth keeping. Oldest first; `base` is the commit before them.
   */
  line(tip: CommitKey, isKnown: (key: CommitKey) => boolean): { readonly base: CommitKey | null; readonly commits: readonly FoldCommit[] }
  /** For a merge: the second parent's own commits, in linear order. Empty for every other commit. */
  own(merge: CommitKey): readonly FoldCommit[]
  blobs(keys: readonly BlobKey[]): ReadonlyMap<BlobKey, BlobFacts>
  commits(keys: readonly CommitKey[]): ReadonlyMap<CommitKey, CommitFacts>
  /** Only the hashes, for many commits at once. */
  hashes(keys: readonly CommitKey[]): ReadonlyMap<CommitKey, CommitHash>
}
