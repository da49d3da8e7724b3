/**
 * Ids are strings that only their guard makes, so a branch name can't be handed in where a tract id is meant.
 * Any of them can be used where a plain string is taken.
 */
declare const brand: unique symbol
export type Brand<Name extends string> = string & { readonly [brand]: { readonly [N in Name]: true } }

export type WorkspaceId = Brand<'WorkspaceId'>
export type TractId = Brand<'TractId'>
export type CommitHash = Brand<'CommitHash'>
/** The hash of the commit that introduced the message. Edits, pins and copies keep it. Usable wherever a `Ref` is. */
export type MessageId = Brand<'CommitHash' | 'MessageId'>
export type BlobHash = Brand<'BlobHash'>
export type ContextHash = Brand<'ContextHash'>
export type OperationId = Brand<'OperationId'>
export type LLMCallId = Brand<'LLMCallId'>
export type PartialId = Brand<'PartialId'>
export type MergeId = Brand<'MergeId'>
/** Of a compression that waits for a decision. */
export type DraftId = Brand<'DraftId'>
export type ConflictId = Brand<'ConflictId'>
/** Of something that a policy or the orchestrator wants to do. */
export type ProposalId = Brand<'ProposalId'>
/** Of one run of the orchestrator. */
export type RunId = Brand<'RunId'>
export type Cursor = Brand<'Cursor'>

/** Anything that names a commit: a full hash, a unique prefix (4 characters or more), a branch, a tag, `HEAD`, `HEAD~n`, `ORIG_HEAD`. */
export type Ref = string
/** Milliseconds since 1970, UTC. May have fractions: commits are made faster than one a millisecond. */
export type EpochMs = number

/** One page of a list that can be long. `next` is null on the last page; hand it back as `cursor` for the following one. */
export type Page<T> = { readonly items: readonly T[]; readonly next: Cursor | null }
export type PageOptions = { readonly limit?: number; readonly cursor?: Cursor | null }

const hashPattern = /^[0-9a-f]{64}$/

export const isHash = (text: string): boolean => hashPattern.test(text)
export const asCommitHash = (text: string): CommitHash => guard(text, 'a commit hash') as CommitHash
export const asMessageId = (text: string): MessageId => guard(text, 'a message id') as MessageId
export const asBlobHash = (text: string): BlobHash => guard(text, 'a blob hash') as BlobHash
export const asTractId = (text: string): TractId => text as TractId
export const asOperationId = (text: string): OperationId => text as OperationId
export const asCallId = (text: string): LLMCallId => text as LLMCallId
export const asPartialId = (text: string): PartialId => text as PartialId
export const asMergeId = (text: string): MergeId => text as MergeId
export const asDraftId = (text: string): DraftId => text as DraftId
export const asConflictId = (text: string): ConflictId => text as ConflictId
export const asProposalId = (text: string): ProposalId => text as ProposalId
export const asRunId = (text: string): RunId => text as RunId
export const asCursor = (text: string): Cursor => text as Cursor

function guard(text: string, what: string): string {
  if (!isHash(text)) throw new Error(`BUG: ${JSON.stringify(text)} is not ${what}`)
  return text
}
