import { MessageSquareWarning, RefreshCw } from 'lucide-react'
import type { PendingMerge } from '../../core/model/merge.ts'
import { Button } from '../components/Button.tsx'
import { Strip } from '../components/Banner.tsx'
import { attempt } from '../faults/attempt.ts'
import { refreshMerge } from '../queries/joins.ts'
import type { Current } from '../queries/useCurrent.ts'

/** What is worth knowing about the merge; and that it has to be looked at anew. */
export function MergeNotes({ current: { tract, branch }, pending }: { readonly current: Current; readonly pending: PendingMerge }) {
  return (
    <>
      {pending.isStale && (
        <Strip tone="warning" icon={RefreshCw} action={<Button size="sm" onClick={() => void attempt(() => refreshMerge(tract, branch))}>Look again</Button>}>
          A branch has moved since. Your decisions stay wherever both sides are as they were.
        </Strip>
      )}
      {pending.warnings.map(({ code, text }, at) => (
        <Strip key={`${code}${at}`} tone="warning" icon={MessageSquareWarning}>
          {text}
        </Strip>
      ))}
    </>
  )
}
