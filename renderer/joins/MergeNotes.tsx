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
      {countedOnce(pending.warnings.map(({ text }) => text)).map(([text, count]) => (
        <Strip key={text} tone="warning" icon={MessageSquareWarning}>
          {text} {count > 1 && <span className="text-muted">{count} times</span>}
        </Strip>
      ))}
    </>
  )
}

/** Each text once, in order, with how often it was there. */
function countedOnce(texts: readonly string[]): readonly (readonly [text: string, count: number])[] {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts]
}
