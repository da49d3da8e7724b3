import { TriangleAlert } from 'lucide-react'
import type { LeftBehind } from '../../main/contract/joins.ts'
import { Banner } from '../components/Banner.tsx'
import { Num } from '../components/Num.tsx'
import { counted } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { withoutMarks } from '../words/withoutMarks.ts'

/** The steps no branch and no bookmark would lead to any more, and what brings them back. */
export function LeftBehindList({ left: { count, newest } }: { readonly left: LeftBehind }) {
  const words = useWords()
  if (count === 0) return <p className="border-b border-line px-4.5 py-3 text-sm text-soft">Every {words.step} stays within reach of a branch or a bookmark.</p>
  return (
    <div className="grid gap-2 border-b border-line px-4.5 py-3">
      <Banner tone="warning" icon={TriangleAlert}>
        After this, no branch and no bookmark leads to {counted(count, words.step, words.steps)}. Nothing leaves the file: undo, the operation history or a bookmark on the old end brings it back.
      </Banner>
      <ul aria-label="Steps out of reach" className="grid gap-px">
        {count > newest.length && <li className="px-1.5 text-xs text-muted">{counted(count - newest.length, `earlier ${words.step}`, `earlier ${words.steps}`)}, then</li>}
        {newest.map(({ messageId, role, preview, tokens }) => (
          <li key={messageId} className="flex h-7 min-w-0 items-center gap-2.5 rounded-sm px-1.5 text-sm">
            <span className="w-24 shrink-0 text-xs text-muted">{role}</span>
            <span className="grow truncate">{withoutMarks(preview)}</span>
            <Num value={tokens} prefix="~" className="text-num text-muted" />
          </li>
        ))}
      </ul>
    </div>
  )
}
