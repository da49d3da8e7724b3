import { CopyPlus, GitMerge, GitMergeConflict, ListRestart, SkipBack } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { JoinAct, JoinPreview } from '../../main/contract/joins.ts'
import type { Words } from '../words/words.ts'

/** What the button says, and the sign of the act. */
export function joinVerb(act: JoinAct, preview: JoinPreview | undefined, words: Words): { readonly verb: string; readonly icon: LucideIcon } {
  if (preview?.kind === 'merge' && preview.result.kind === 'conflict') return { verb: 'Decide the conflicts', icon: GitMergeConflict }
  return { merge: { verb: words.mergeVerb, icon: GitMerge }, pick: { verb: words.pick, icon: CopyPlus }, rebase: { verb: words.rebaseVerb, icon: ListRestart }, reset: { verb: 'Move the end', icon: SkipBack } }[act.kind]
}
