import { TextSearch } from 'lucide-react'
import { CommandIconButton } from '../commands/CommandButtons.tsx'
import type { TractId } from '../../core/model/ids.ts'
import { useHits, useHitsIn } from '../state/hits.ts'
import { counted } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'

/** What is marked in the graph, and the way to put it away. */
export function HitsLine({ tract }: { readonly tract: TractId }) {
  const words = useWords()
  const { size } = useHitsIn(tract)
  const text = useHits((hits) => hits.text)
  if (size === 0) return null
  const found = `${counted(size, words.step, words.steps)} found: ${text}`
  return (
    <div role="status" className="flex h-8 shrink-0 items-center gap-2 border-b border-subtle bg-sunken pr-2 pl-3.5 text-xs text-soft">
      <TextSearch size={12} className="shrink-0 text-muted" />
      <span className="min-w-0 grow truncate" title={found}>
        {found}
      </span>
      <CommandIconButton id="search.forget" box={24} />
    </div>
  )
}
