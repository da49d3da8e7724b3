import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { LLMTask } from '../../core/model/config.ts'
import type { CommitHash, EpochMs, MessageId, Ref, TractId } from '../../core/model/ids.ts'
import type { RequestForm } from '../../main/contract/history.ts'
import { inBrowser } from './browserStorage.ts'

/** Which context the X-ray shows. `head`: where you are. */
export type XrayAt =
  | { readonly kind: 'head' }
  /** Right after a step, as it was then. */
  | { readonly kind: 'step'; readonly message: MessageId }
  /** What was sent for an answer. */
  | { readonly kind: 'sent'; readonly message: MessageId }
  | { readonly kind: 'time'; readonly time: EpochMs }
  | { readonly kind: 'branch'; readonly branch: string }
  | { readonly kind: 'bookmark'; readonly name: string; readonly commit: CommitHash }

/** How it is shown: line by line, as the request in a protocol, or as what changed against another context. */
export type XrayLook = 'messages' | 'diff' | RequestForm
/** What the difference is against. `words` name it: "branch cheap". */
export type XrayAgainst = { readonly kind: 'lastCall' } | { readonly kind: 'at'; readonly at: Ref; readonly words: string }
export type XraySort = 'order' | 'size'
export type XrayFilter = 'all' | 'system' | 'user' | 'assistant' | 'tool' | 'summary' | 'pinned' | 'corrected'

type Xray = {
  readonly at: XrayAt
  /** Where `at` was chosen: elsewhere it is HEAD again. */
  readonly of: { readonly tract: TractId; readonly branch: string } | null
  readonly task: LLMTask
  readonly look: XrayLook
  readonly against: XrayAgainst
  readonly sort: XraySort
  readonly filter: XrayFilter
  /** Lines from each message in the chat to its line here. */
  readonly ribbons: boolean
  /** The step under the pointer, on either side. */
  readonly pointed: MessageId | null
}

/** What this window looks at through the X-ray. Only whether ribbons are drawn outlives the page. */
export const useXray = create<Xray>()(
  persist((): Xray => ({ at: { kind: 'head' }, of: null, task: 'chat', look: 'messages', against: { kind: 'lastCall' }, sort: 'order', filter: 'all', ribbons: true, pointed: null }), {
    name: 'xray',
    storage: inBrowser(),
    partialize: ({ ribbons }) => ({ ribbons }),
  }),
)

const head: XrayAt = { kind: 'head' }

export function showAt(tract: TractId, branch: string, at: XrayAt): void {
  useXray.setState({ at, of: { tract, branch } })
}
export function backToHead(): void {
  useXray.setState({ at: head, of: null })
}
export function setXrayLook(look: XrayLook): void {
  useXray.setState({ look })
}
export function setXrayTask(task: LLMTask): void {
  useXray.setState({ task })
}
export function setAgainst(against: XrayAgainst): void {
  useXray.setState({ against, look: 'diff' })
}
export function setXraySort(sort: XraySort): void {
  useXray.setState({ sort })
}
export function setXrayFilter(filter: XrayFilter): void {
  useXray.setState({ filter })
}
export function showAllLines(): void {
  useXray.setState({ sort: 'order', filter: 'all' })
}
export function toggleRibbons(): void {
  useXray.setState(({ ribbons }) => ({ ribbons: !ribbons }))
}
export function pointAt(pointed: MessageId | null): void {
  if (useXray.getState().pointed !== pointed) useXray.setState({ pointed })
}

/** Which context is shown on a branch. */
export const useXrayAt = (tract: TractId, branch: string): XrayAt => useXray((xray) => atOn(xray, tract, branch))
export const xrayAt = (tract: TractId, branch: string): XrayAt => atOn(useXray.getState(), tract, branch)
const atOn = ({ at, of }: Xray, tract: TractId, branch: string): XrayAt => (of?.tract === tract && of.branch === branch ? at : head)
