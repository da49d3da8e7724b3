import type { ActEffect } from '../../main/contract/acts.ts'
import type { Priority } from '../../core/model/content.ts'
import type { CommitHash, MessageId, Ref, TractId } from '../../core/model/ids.ts'
import type { UndoResult } from '../../core/model/operation.ts'
import type { Branch, Head } from '../../core/model/refs.ts'
import { api } from '../connect.ts'
import { query, queryClient } from './client.ts'
import { refuseInThePast, refuseWhileLooking } from './refuseWhileLooking.ts'

type AppendAs = 'user' | 'assistant' | 'system' | 'instruction'

/** Each throws what the host says (`faultOf`); `attempt` turns that into a toast. The screen follows by the events they cause. */
export async function append(tract: TractId, branch: string, as: AppendAs, text: string): Promise<ActEffect> {
  refuseWhileLooking(tract)
  return await api.acts.append({ tract, branch, as, text })
}
export async function edit(tract: TractId, branch: string, message: MessageId, text: string): Promise<ActEffect> {
  refuseWhileLooking(tract)
  return await api.acts.edit({ tract, branch, message, text })
}
/** Gives a message one of its versions again. */
export async function restoreVersion(tract: TractId, branch: string, message: MessageId, version: CommitHash): Promise<ActEffect> {
  refuseWhileLooking(tract)
  return await api.acts.restoreVersion({ tract, branch, message, version })
}
export async function annotate(tract: TractId, branch: string, messages: readonly MessageId[], priority: Priority): Promise<ActEffect> {
  refuseWhileLooking(tract)
  return await api.acts.annotate({ tract, branch, messages: [...messages], priority })
}
/** Keeps words for people among the steps; the model doesn't see them. */
export async function keepNote(tract: TractId, branch: string, text: string): Promise<ActEffect> {
  refuseWhileLooking(tract)
  return await api.acts.note({ tract, branch, text })
}
/** What that would do to the size of the context, before it is done. */
export const annotatePreviewQuery = (tract: TractId, branch: string, messages: readonly MessageId[], priority: Priority) =>
  query.acts.previewAnnotate.queryOptions({ input: { tract, branch, messages: [...messages], priority } })
/** Takes a summary out of force: what it stood for is shown again. */
export async function expand(tract: TractId, branch: string, summary: MessageId): Promise<ActEffect> {
  refuseWhileLooking(tract)
  return await api.acts.expand({ tract, branch, summary })
}
/** What that would do to the size of the context, before it is done. */
export const expandPreviewQuery = (tract: TractId, branch: string, summary: MessageId) => query.acts.previewExpand.queryOptions({ input: { tract, branch, summary } })
/** The same on a new branch, and moves there: this one keeps its summary. */
export async function expandOnBranch(tract: TractId, branch: string, summary: MessageId, name: string): Promise<Branch> {
  refuseWhileLooking(tract)
  return await api.acts.expandOnBranch({ tract, branch, summary, name })
}
/** Starts a branch that ends with a message, as `branch` shows it now, or with null as the step that is looked at shows it, and moves there. */
export async function startBranchAfter(tract: TractId, branch: string | null, message: MessageId, name: string): Promise<Branch> {
  refuseInThePast(tract)
  return await api.acts.branchAfter({ tract, message, name, ...(branch !== null && { branch }) })
}
/** Starts a branch at `from` (a branch, or a step) and moves there. */
export async function startBranch(tract: TractId, name: string, from: Ref): Promise<Branch> {
  refuseInThePast(tract)
  return await api.acts.branch({ tract, name, from })
}
/** Screens use `openBranch`, which shows the branch as it was then while they show a moment of the past. */
export async function switchBranch(tract: TractId, branch: string): Promise<Branch> {
  refuseInThePast(tract)
  return await api.acts.switch({ tract, branch })
}
/** Goes to a step to look around. Screens use `goToStep`, which opens a branch where the step is its end. */
export async function goTo(tract: TractId, at: Ref): Promise<Head> {
  refuseInThePast(tract)
  return await api.acts.goTo({ tract, at })
}
/** From now on all acts are one for undo. Nothing in the file tells of it, so what is read of the tract is read anew. */
export async function openBatch(tract: TractId): Promise<boolean> {
  refuseInThePast(tract)
  return await thenAnew(tract, api.acts.openBatch({ tract }))
}
/** Gives how many acts were in it. */
export async function commitBatch(tract: TractId): Promise<number> {
  return await thenAnew(tract, api.acts.commitBatch({ tract }))
}
export async function cancelBatch(tract: TractId): Promise<UndoResult> {
  return await thenAnew(tract, api.acts.cancelBatch({ tract }))
}
async function thenAnew<T>(tract: TractId, act: Promise<T>): Promise<T> {
  const done = await act
  await queryClient.invalidateQueries({ queryKey: query.tracts.overview.key({ input: { tract } }) })
  return done
}
export async function undo(tract: TractId): Promise<UndoResult> {
  refuseInThePast(tract)
  return await api.acts.undo({ tract })
}
export async function redo(tract: TractId): Promise<UndoResult> {
  refuseInThePast(tract)
  return await api.acts.redo({ tract })
}
