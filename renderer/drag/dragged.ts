import type { JoinAct } from '../../main/contract/joins.ts'
import type { Priority } from '../../core/model/content.ts'
import type { CommitHash, MessageId, TractId } from '../../core/model/ids.ts'

export type DraggedStep = { readonly messageId: MessageId; readonly tokens: number }
/** What is under way. Steps come in the order of the history, oldest first. */
export type Dragged =
  | { readonly kind: 'steps'; readonly steps: readonly DraggedStep[] }
  | { readonly kind: 'branch'; readonly name: string }
  /** The ring that says "you are here". */
  | { readonly kind: 'here' }

/** Where it would land. */
export type Target =
  | { readonly kind: 'branch'; readonly name: string; /** null: the open tract. */ readonly tract: string | null }
  | { readonly kind: 'step'; readonly commit: CommitHash }
  | { readonly kind: 'zone'; readonly priority: Priority }
  | { readonly kind: 'composer' }
  | { readonly kind: 'compare' }
  /** Where no step stands: outside of every lane. */
  | { readonly kind: 'open' }

/** What a drop asks for. Nothing has been done yet. */
export type Intent =
  | { readonly kind: 'join'; readonly branch: string; readonly act: JoinAct }
  | { readonly kind: 'annotate'; readonly branch: string; readonly messages: readonly MessageId[]; readonly priority: Priority }
  /** The steps that a summary stands for, shown again on a new branch. */
  | { readonly kind: 'restore'; readonly branch: string; readonly summary: MessageId; readonly count: number }
  | { readonly kind: 'quote'; readonly messages: readonly MessageId[] }
  | { readonly kind: 'go'; readonly to: CommitHash }
  | { readonly kind: 'compareBranches'; readonly branches: readonly string[] }
  | { readonly kind: 'compareSteps'; readonly from: MessageId; readonly to: MessageId }
  | { readonly kind: 'choose'; readonly messages: readonly MessageId[] }

export type Choice = { readonly intent: Intent; readonly words: string; /** Why it can't be chosen. */ readonly off: string | null }
/** What dropping here would mean. */
export type Meaning =
  | { readonly kind: 'no'; readonly why: string }
  | { readonly kind: 'do'; readonly intent: Intent; readonly words: string; /** In tokens, where it changes the context. */ readonly tokens: number | null }
  | { readonly kind: 'ask'; readonly words: string; readonly choices: readonly Choice[] }

export type Spot = { readonly x: number; readonly y: number }
/** The tract that all of it belongs to. */
export type InTract = { readonly tract: TractId }
