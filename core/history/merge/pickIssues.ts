import type { TractHandle } from '../../journal/openWorkspace.ts'
import type { AnnotateCommit, EditCommit, ExpandCommit } from '../../model/commit.ts'
import { textOf } from '../../model/contentTypes.ts'
import { checkChoice, isPromise, refused } from '../../model/given.ts'
import type { MessageId } from '../../model/ids.ts'
import type { Issue, IssueDecision, IssueOptions } from '../../model/merge.ts'
import { getBlob } from '../../store/blobs.ts'
import { type CommitKey, type CommitRow, hashOfCommit } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import { viewCommit } from '../commitView.ts'

/** Thrown to take a pick back whose issues nobody decided. */
export const undecided = Symbol('issues nobody decided')

/** What can't be copied as it is, and what to do about it. */
export type Issues = {
  readonly open: readonly Issue[]
  readonly skipped: readonly Issue[]
  targetMissing(tract: TractHandle, db: ReadDb, commit: CommitRow): Issue
  overlap(tract: TractHandle, db: ReadDb, commit: CommitRow, messages: readonly CommitKey[]): Issue
  /** Throws `undecided` where the caller gave no decision. */
  decide(issue: Issue): IssueDecision
}

const decisions: readonly IssueDecision[] = ['skip', 'asNewMessage']

/** Faults: `input/invalid`. */
export function openIssues({ onIssue }: IssueOptions): Issues {
  if (onIssue !== undefined && typeof onIssue !== 'function') checkChoice('onIssue', onIssue, decisions)
  const open: Issue[] = []
  const skipped: Issue[] = []
  const id = (db: ReadDb, key: CommitKey) => hashOfCommit(db, key) as string as MessageId
  return {
    open, skipped,
    targetMissing: (tract, db, commit) => ({
      kind: 'targetMissing', commit: viewCommit(tract, commit.id) as EditCommit | AnnotateCommit | ExpandCommit,
      target: id(db, commit.target ?? commit.id), text: commit.blob === null ? null : textIn(db, commit.blob),
    }),
    overlap: (tract, db, commit, messages) => ({
      kind: 'overlap', commit: viewCommit(tract, commit.id), messages: messages.map((key) => id(db, key)), text: commit.blob === null ? '' : textIn(db, commit.blob),
    }),
    decide(issue) {
      const decision = typeof onIssue === 'function' ? onIssue(issue) : onIssue
      if (decision === undefined) {
        open.push(issue)
        throw undecided
      }
      if (isPromise(decision)) throw refused('onIssue answers at once, and this is a promise')
      checkChoice('what onIssue gives', decision, decisions)
      if (decision === 'skip' || (issue.kind === 'targetMissing' && issue.text === null)) skipped.push(issue)
      return decision
    },
  }
}

const textIn = (db: ReadDb, blob: number): string => textOf(getBlob(db, blob).content, db.types)
