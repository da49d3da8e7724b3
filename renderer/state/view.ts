import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import type { Jump } from '../../main/contract/acts.ts'
import type { JoinAct } from '../../main/contract/joins.ts'
import type { DryRun } from '../../core/model/effect.ts'
import type { CommitHash, DraftId, MessageId, ProposalId, TractId } from '../../core/model/ids.ts'
import type { UndoResult } from '../../core/model/operation.ts'
import type { Range } from '../compress/rangeRows.ts'
import type { SavedLook } from './windowLook.ts'

export type SettingsPage = 'general' | 'providers' | 'models' | 'operations' | 'budget' | 'policies' | 'keys' | 'appearance' | 'storage' | 'about'
export type Dialog =
  | { readonly kind: 'palette'; /** Only what can be opened: tracts, branches, bookmarks. */ readonly isQuickOpen?: boolean }
  | { readonly kind: 'keys' }
  | { readonly kind: 'files' }
  | { readonly kind: 'newFile' }
  /** Bringing branches together, shown before it is done; on the open branch unless another is named. */
  | { readonly kind: 'join'; readonly act: JoinAct; readonly branch?: string }
  /** Two steps of one tract, word by word. */
  | { readonly kind: 'compareSteps'; readonly from: MessageId; readonly to: MessageId }
  /** Summaries in place of a range of the open branch; of a draft that waits, its own range. */
  | { readonly kind: 'compress'; readonly range: Range | null; readonly draft: DraftId | null }
  /** The merge into the open branch that waits for decisions. */
  | { readonly kind: 'mergeEditor'; /** A model drafts what words can settle. */ readonly asksModel?: boolean }
  /** What a clean-up would delete for good, asked once more. */
  | { readonly kind: 'purge' }
  | { readonly kind: 'erase'; readonly message: MessageId; readonly excerpt: string }
  /** Why something that was proposed shall not be done. */
  | { readonly kind: 'rejectProposal'; readonly proposal: ProposalId; readonly title: string }
  | { readonly kind: 'renameBranch'; readonly branch: string }
  | { readonly kind: 'deleteBranch'; readonly branch: string }
  | { readonly kind: 'bookmark'; readonly at: CommitHash; readonly excerpt: string }
  | { readonly kind: 'saveLayout'; readonly look: SavedLook }
  /** A far way back or forth, shown before it is done. */
  | { readonly kind: 'jump'; readonly tract: TractId; readonly jump: Jump; readonly preview: DryRun<UndoResult> }
  | { readonly kind: 'renameBookmark'; readonly name: string }
  | { readonly kind: 'search' }
  /** The request that would be sent, changed by hand and sent once. */
  | { readonly kind: 'sendRaw' }
  | { readonly kind: 'retryWith'; readonly question: MessageId; readonly excerpt: string; readonly hasAnswer: boolean }
  | { readonly kind: 'tryWays'; readonly question: MessageId; readonly excerpt: string; readonly hasAnswer: boolean }
  /** From the end of a branch, from a commit, or behind a message of the branch that is open. */
  | { readonly kind: 'newBranch'; readonly from: string; readonly after?: MessageId; readonly fromWords: string }

/** What the window is for just now. */
export type LayoutName = 'talk' | 'graph' | 'review' | 'compare' | 'forensics'
export type Page =
  | { readonly kind: Exclude<LayoutName, 'compare'> }
  | { readonly kind: 'compare'; readonly branches: readonly string[] }
  | { readonly kind: 'settings'; readonly page: SettingsPage }

export type View = {
  /** Which tract is looked at; null before one was chosen. */
  readonly tract: TractId | null
  readonly page: Page
  readonly dialog: Dialog | null
  /** The tract whose name is being typed in the sidebar. */
  readonly renaming: TractId | null
  readonly branchMenuOpen: boolean
  readonly budgetOpen: boolean
}

/** What this window looks at. Only the choice of the tract survives a reload. */
export const useView = create<View>()(
  persist((): View => ({ tract: null, page: { kind: 'talk' }, dialog: null, renaming: null, branchMenuOpen: false, budgetOpen: false }), {
    name: 'view',
    storage: createJSONStorage(() => sessionStorage),
    partialize: ({ tract }) => ({ tract }),
  }),
)

export function showTract(tract: TractId): void {
  useView.setState({ tract, page: { kind: 'talk' } })
}
export function showSettings(page: SettingsPage): void {
  useView.setState({ page: { kind: 'settings', page }, dialog: null })
}
/** Branches of the open tract, side by side. */
export function showCompare(branches: readonly string[]): void {
  useView.setState({ page: { kind: 'compare', branches } })
}
export function showLayout(kind: Exclude<LayoutName, 'compare'>): void {
  useView.setState({ page: { kind } })
}
export const showTalk = (): void => showLayout('talk')
export function openDialog(dialog: Dialog): void {
  useView.setState({ dialog })
}
export function closeDialog(): void {
  useView.setState({ dialog: null })
}
/** Makes a tract's name a field in the sidebar; null ends it. */
export function renameInPlace(renaming: TractId | null): void {
  useView.setState({ renaming })
}
export function showBranches(branchMenuOpen: boolean): void {
  useView.setState({ branchMenuOpen })
}
export function showBudget(budgetOpen: boolean): void {
  useView.setState({ budgetOpen })
}
