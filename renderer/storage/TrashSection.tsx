import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { StorageFacts, TrashBatch } from '../../core/model/cleanUp.ts'
import { useRetention } from '../state/retention.ts'
import { counted } from '../words/numbers.ts'
import { sizeWords } from '../words/sizes.ts'
import { dayAndClock } from '../words/times.ts'
import { useWords } from '../words/words.ts'

/** What lies in the trash, clean-up by clean-up, and when each may go for good. */
export function TrashSection({ trash: { batches } }: Pick<StorageFacts, 'trash'>) {
  const words = useWords()
  const [now] = useState(() => Date.now())
  const trashDays = useRetention((retention) => retention.trashDays)
  if (batches.length === 0) return null
  return (
    <section aria-label="Trash" className="grid gap-2">
      <h2 className="font-semibold">In the trash</h2>
      <ul className="grid rounded-lg text-sm inset-ring inset-ring-line">
        {batches.map((batch) => (
          <li key={batch.id} className="flex min-h-10 items-center gap-2.5 border-b border-subtle px-3.5 py-1.5 last:border-b-0">
            <Trash2 size={14} className="shrink-0 text-soft" />
            <span className="shrink-0">{counted(batch.commits, words.step, words.steps)}</span>
            <span className="min-w-0 grow truncate text-xs text-muted">put there {dayAndClock(batch.at, now)}; {whenWords(batch, trashDays)}</span>
            <span className="num text-soft">{sizeWords(batch.bytes)}</span>
          </li>
        ))}
      </ul>
      <p className="text-xs text-muted">It comes back by undo, or by “Take back” in the log. Days count while the app runs, so a wrong clock deletes nothing.</p>
    </section>
  )
}

/** Days are those that the app saw pass. */
function whenWords({ days }: TrashBatch, wanted: number): string {
  const left = Math.ceil(wanted - days)
  return left <= 0 ? 'may go for good' : `${counted(left, 'day')} until it may go for good`
}
