import type { CommitKind } from './commit.ts'
import type { CommitHash, EpochMs, MessageId, OperationId, TractId } from './ids.ts'

export type GcOptions = {
  /** Steps that nothing leads to go to the trash after so many days. Default 30. Counted from the act that left them behind. */
  readonly orphanRetentionDays?: number
  /** Texts of messages that summaries have stood for so long, wherever they are, go for good. Default null: never. */
  readonly archiveRetentionDays?: number | null
  /** What has been so many days in the trash goes for good. Default 30. */
  readonly trashRetentionDays?: number
  /** Whether anything may go for good. Default true for a person, and never for anyone else. False: only the trash, which undo takes back. */
  readonly purge?: boolean
  /** Reports what would happen, and changes nothing. */
  readonly dryRun?: boolean
}

/** What a clean-up does; the same from a dry run and from the act. */
export type GcReport = {
  readonly wasDryRun: boolean
  /** Steps that went for good: those of `purged`. */
  readonly removedCommits: number
  /** Messages whose texts went for good though their steps stay: those of `archived`. */
  readonly purgedMessages: number
  /** Bytes of texts and settings that went for good. */
  readonly freedBytes: number
  /** To the trash: taken back by undo. */
  readonly trashed: GcGroup
  /** Out of the trash, for good. */
  readonly purged: GcGroup
  /** Texts under summaries, for good. */
  readonly archived: GcGroup
  /** Out of the trash, because something leads to them again. */
  readonly rescued: GcGroup
  /** In the trash afterwards. */
  readonly waiting: GcGroup
  /** What no branch or bookmark leads to, and is kept all the same: why. */
  readonly kept: readonly GcKept[]
  /** Whether this author may let things go for good: a person, who didn't ask for less. */
  readonly purges: boolean
  /** The file on the disk with its log; `after` null in a dry run and in memory. */
  readonly fileBytes: { readonly before: number | null; readonly after: number | null }
  /** False in a dry run, and where another program holds an older view of the file: the bytes go and the room is freed when it lets go. */
  readonly isGone: boolean
  /** What was done, for undo and for the log: at most one for the trash and one for good. */
  readonly operations: readonly OperationId[]
}
export type GcGroup = {
  readonly commits: number
  /** Those among them that bring a message of their own. */
  readonly messages: number
  readonly bytes: number
  /** At most 200 of them, newest first. */
  readonly items: readonly GcItem[]
}
export type GcItem = {
  readonly tract: TractId
  readonly tractName: string
  readonly commit: CommitHash
  readonly kind: CommitKind
  /** The beginning of its text; empty where it has none. */
  readonly preview: string
  readonly createdAt: EpochMs
  readonly bytes: number
}
export type GcKept = {
  readonly tract: TractId
  readonly tractName: string
  readonly because: GcKeptBecause
  readonly commits: number
  readonly messages: number
  readonly bytes: number
}
export type GcKeptBecause =
  /** HEAD stands there; ORIG_HEAD remembers it. */
  | { readonly kind: 'head' | 'origHead' }
  /** A merge, a compression or a proposal waits for a decision, or an answer for its end. */
  | { readonly kind: 'merge' | 'compression' | 'proposal' | 'answer'; readonly id: string }
  /** A branch or bookmark of this name led there until not long ago; it may go to the trash after `until`. */
  | { readonly kind: 'recent'; readonly ref: string; readonly until: EpochMs }

/** What erasing a message does; the same from a preview and from the act. */
export type EraseReport = {
  readonly messageId: MessageId
  readonly erasedBytes: number
  /** Messages left as they are that say the same in their own text: summaries of it and texts that contain it. For you to decide. */
  readonly mentionedIn: readonly MessageId[]
  readonly wasPreview: boolean
  /** Every place it goes from. */
  readonly places: readonly ErasePlace[]
  /** Where it is told in other words or as a part of another text; these stay. */
  readonly mentions: readonly EraseMention[]
  /** False where another program holds an older view of the file: the bytes go when it lets go. */
  readonly isGone: boolean
  /** How short it is: of a very short text the fingerprint that stays lets it be guessed. */
  readonly isGuessable: boolean
  readonly operation: OperationId | null
}
export type ErasePlace =
  /** A text the message has or had on some branch: `edit`, or decided in a merge. `tract` and `commit` say where. */
  | { readonly kind: 'version'; readonly tract: TractId; readonly tractName: string; readonly commit: CommitHash; readonly how: CommitKind; readonly bytes: number }
  /** Another message that says exactly the same: it is the same text, and goes with it. */
  | { readonly kind: 'sameText'; readonly tract: TractId; readonly tractName: string; readonly messageId: MessageId; readonly commit: CommitHash }
  /** Free text of a step about it: tags, reasons. */
  | { readonly kind: 'note'; readonly tract: TractId; readonly tractName: string; readonly commit: CommitHash; readonly bytes: number }
  /** An unfinished answer that became it, or a text that waits in a merge or compression. */
  | { readonly kind: 'draft'; readonly tract: TractId; readonly tractName: string; readonly bytes: number }
  /** A row that a repair set aside because it couldn't be true. */
  | { readonly kind: 'setAside'; readonly tract: TractId; readonly tractName: string; readonly bytes: number }
  /** Its words in the search index. */
  | { readonly kind: 'searchIndex'; readonly texts: number }
  /** A copy of the file that the app keeps beside it and that holds the text: it is deleted. */
  | { readonly kind: 'copy'; readonly name: string; readonly bytes: number }
export type EraseMention = {
  readonly tract: TractId
  readonly tractName: string
  /** null in an unfinished answer, a draft or a note. */
  readonly messageId: MessageId | null
  readonly how: 'summary' | 'contains'
  readonly preview: string
}

/** What a file holds, by what becomes of it. A text that several share counts once, where it matters most. */
export type StorageFacts = {
  readonly path: string | null
  /** On the disk, with its log; in memory what it takes there. */
  readonly fileBytes: number
  /** Of these, room that is free inside the file. */
  readonly freeBytes: number
  /** What models see at the tip of some branch. */
  readonly live: StorageShare
  /** Hidden at every tip that has it. */
  readonly hidden: StorageShare
  /** Summaries stand for it. */
  readonly covered: StorageShare
  /** Earlier texts of messages that were corrected. */
  readonly earlier: StorageShare
  /** No branch or bookmark leads there, and it isn't in the trash yet. */
  readonly leftover: StorageShare
  readonly trash: StorageShare & { readonly batches: readonly TrashBatch[] }
  /** Texts erased or purged: only their fingerprints are there. */
  readonly gone: { readonly texts: number; readonly commits: number }
  /** Copies of the file that the app keeps beside it. */
  readonly copies: readonly { readonly name: string; readonly bytes: number }[]
}
export type StorageShare = { readonly commits: number; readonly bytes: number }
/** What one clean-up put into the trash and is there still. */
export type TrashBatch = {
  readonly id: string
  readonly at: EpochMs
  readonly commits: number
  readonly bytes: number
  /** Days it has been there, as the app saw them pass. */
  readonly days: number
}
