import type { CommitHash, MessageId, TractId } from '../../core/model/ids.ts'
import type { CommandContext } from '../commands/context.ts'
import { reachOf } from './reach.ts'
import { rowsOf } from './readRows.ts'

/** A step as the graph knows it, on whatever branch. `hash` is its commit: the one on the open branch where a copy stands on several. */
export type FocusedStep = { readonly messageId: MessageId; readonly hash: CommitHash; readonly preview: string; readonly isOwn: boolean }

/** The step that chat, rail and X-ray point at, as far as the graph has been read. */
export function focusedStep({ tract, branch, asked: wanted }: CommandContext): FocusedStep | null {
  if (tract === null || branch === null || wanted === null) return null
  const rows = rowsOf(tract)
  const own = reachOf(rows, branch)
  const found = rows.filter((row) => row.messageId === wanted && (row.kind === 'append' || row.kind === 'compress'))
  const row = found.find(({ hash }) => own.has(hash)) ?? found[0]
  if (row === undefined) return null
  return { messageId: wanted, hash: row.hash, preview: row.preview, isOwn: own.has(row.hash) }
}

/** Why the end of the open branch can't be moved to the focused step; null when it can. */
export function onlyOwnStep(context: CommandContext): string | null {
  const step = focusedStep(context)
  if (step === null) return 'Choose a step first'
  const tip = context.overview?.branches.find(({ name }) => name === context.branch)?.commit
  return step.hash === tip ? 'The branch ends here already' : null
}

/** The branches whose history holds the step, those with the newest end first. */
export function branchesHolding(tract: TractId, { hash }: FocusedStep): readonly string[] {
  const rows = rowsOf(tract)
  return rows.flatMap(({ branches }) => branches).filter((name) => reachOf(rows, name).has(hash))
}

/** Whether a branch leads to a commit, as far as the graph has been read. */
export const holdsStep = (tract: TractId, branch: string, hash: CommitHash): boolean => reachOf(rowsOf(tract), branch).has(hash)

/** The branches that show a message, itself or as a copy. */
export function branchesWithMessage(tract: TractId, message: MessageId): readonly string[] {
  const rows = rowsOf(tract)
  const commits = rows.filter((row) => row.messageId === message && (row.kind === 'append' || row.kind === 'compress')).map(({ hash }) => hash)
  return rows.flatMap(({ branches }) => branches).filter((name) => commits.some((hash) => reachOf(rows, name).has(hash)))
}
