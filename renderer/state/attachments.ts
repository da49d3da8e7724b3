import { create } from 'zustand'
import type { TractId } from '../../core/model/ids.ts'
import type { Attachment } from '../../main/contract/chat.ts'
import { placeOf } from './drafts.ts'

export type AttachedFile = Attachment & { /** Of this page alone, to tell two files of one name apart. */ readonly id: number }
type Attachments = { readonly byPlace: Readonly<Record<string, readonly AttachedFile[]>> }

/** Files that go with the next message of a branch. They live as long as the page: a reload would have to read them from the disk again. */
export const useAttachmentsStore = create<Attachments>()(() => ({ byPlace: {} }))

const none: readonly AttachedFile[] = []
export const attachmentsAt = (tract: TractId, branch: string): readonly AttachedFile[] => useAttachmentsStore.getState().byPlace[placeOf(tract, branch)] ?? none
export const useAttachments = (tract: TractId, branch: string): readonly AttachedFile[] => useAttachmentsStore(({ byPlace }) => byPlace[placeOf(tract, branch)] ?? none)

/** As many as one message takes. */
export const maxAttachments = 20
let last = 0

export function attach(tract: TractId, branch: string, files: readonly Attachment[]): void {
  set(tract, branch, [...attachmentsAt(tract, branch), ...files.map((file) => ({ ...file, id: (last += 1) }))])
}
export function detach(tract: TractId, branch: string, ids: readonly number[]): void {
  set(tract, branch, attachmentsAt(tract, branch).filter(({ id }) => !ids.includes(id)))
}

function set(tract: TractId, branch: string, files: readonly AttachedFile[]): void {
  useAttachmentsStore.setState(({ byPlace }) => ({ byPlace: { ...byPlace, [placeOf(tract, branch)]: files } }))
}
