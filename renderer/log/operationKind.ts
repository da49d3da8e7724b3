import { BookmarkIcon, CornerUpLeft, GitBranch, GitMerge, MessageSquareText, Pencil, Pin, Settings, Sigma, Trash2 } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { Operation } from '../../core/model/operation.ts'

/** What sort of act it was, for the filter and the icon. */
export type OperationKind = 'steps' | 'marks' | 'summaries' | 'branches' | 'joins' | 'bookmarks' | 'back' | 'cleanUps' | 'settings'

export const operationKind = ({ verb, cause }: Pick<Operation, 'verb' | 'cause'>): OperationKind => (cause.kind === 'direct' ? (kinds[verb] ?? 'steps') : 'back')

const kinds: { readonly [verb: string]: OperationKind } = {
  edit: 'marks', annotate: 'marks',
  compress: 'summaries', expand: 'summaries',
  branch: 'branches', switch: 'branches', checkout: 'branches', deleteBranch: 'branches', renameBranch: 'branches', reset: 'branches',
  merge: 'joins', rebase: 'joins', cherryPick: 'joins', abortMerge: 'joins', refreshMerge: 'joins', resolveConflict: 'joins',
  tag: 'bookmarks', deleteTag: 'bookmarks',
  undo: 'back', redo: 'back', revert: 'back', restore: 'back',
  gc: 'cleanUps', purge: 'cleanUps', erase: 'cleanUps',
  configure: 'settings', rename: 'settings', create: 'settings', recordUsage: 'settings',
}

const icons: { readonly [Kind in OperationKind]: LucideIcon } = {
  steps: MessageSquareText, marks: Pin, summaries: Sigma, branches: GitBranch, joins: GitMerge, bookmarks: BookmarkIcon, back: CornerUpLeft, cleanUps: Trash2, settings: Settings,
}
export const operationIcon = (operation: Pick<Operation, 'verb' | 'cause'>): LucideIcon => (operation.verb === 'edit' ? Pencil : icons[operationKind(operation)])
