import { LiveDot } from '../components/LiveDot.tsx'
import { useShownLive } from '../queries/chat.ts'
import type { Current } from '../queries/useCurrent.ts'

/** The answer being written on a branch, if there is one. */
export function LiveCell({ current, branch }: { readonly current: Current; readonly branch: string }) {
  const live = useShownLive(current.tract, branch)
  if (live === null) return null
  return (
    <article aria-label={`Answer being written on ${branch}`} className="grid gap-1 py-3">
      <span className="inline-flex items-center gap-1.5 text-xs text-muted">
        <LiveDot /> {live.model}, answering
      </span>
      <div className="whitespace-pre-wrap wrap-break-word">{live.text}</div>
    </article>
  )
}
