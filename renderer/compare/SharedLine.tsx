import { useQuery } from '@tanstack/react-query'
import { ChevronRight, GitFork } from 'lucide-react'
import type { TranscriptMessage } from '../../core/model/context.ts'
import { cx } from '../components/cx.ts'
import { contextAtQuery } from '../queries/finding.ts'
import type { Current } from '../queries/useCurrent.ts'
import { counted } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'

type Props = { readonly current: Current; readonly count: number; readonly last: TranscriptMessage | null; readonly isOpen: boolean; readonly onToggle: () => void }

/** What all of them begin with, folded: how much it is, the hash of the context up to there, and where they part. */
export function SharedLine({ current, count, last, isOpen, onToggle }: Props) {
  const words = useWords()
  const { data: context } = useQuery({ ...contextAtQuery(current.tract, last?.commit ?? ''), enabled: last !== null })
  return (
    <button type="button" aria-expanded={isOpen} disabled={count === 0} onClick={onToggle} className="flex h-9 w-full items-center gap-2.5 border-b border-subtle bg-sunken px-4.5 text-sm press enabled:hover:bg-hover">
      <ChevronRight size={14} className={cx('text-muted transition-transform', isOpen && 'rotate-90', count === 0 && 'invisible')} />
      <b className="font-medium">{count === 0 ? 'Nothing in common' : `${counted(count, words.step, words.steps)} identical`}</b>
      {context && (
        <span className="text-muted">
          shared prefix, hash <span className="font-mono text-xs">{context.hash.slice(0, 4)}</span>
        </span>
      )}
      <span className="grow" />
      {last !== null && (
        <span className="inline-flex items-center gap-1.5 text-muted">
          <GitFork size={14} />
          point of divergence <span className="font-mono text-xs">{last.commit.slice(0, 4)}</span>
        </span>
      )}
    </button>
  )
}
