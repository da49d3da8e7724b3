import { ChevronRight } from 'lucide-react'
import type { MessageId } from '../../core/model/ids.ts'
import { cx } from '../components/cx.ts'
import { useCardFold } from '../state/openCards.ts'
import { PlainText } from './Markdown.tsx'

type Props = { readonly text: string; readonly isLive?: boolean; /** The message it is; null while it is being written. */ readonly message?: MessageId | null }

/** What a model thought before it answered: folded, because it is long and seldom what one came to read. */
export function ReasoningFold({ text, isLive = false, message = null }: Props) {
  const [isOpen, setOpen] = useCardFold(message)
  return (
    <div className="text-sm text-soft">
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} className="flex max-w-full items-center gap-1.5 text-muted hover:text-ink">
        <ChevronRight size={12} className={cx('transition-transform duration-(--dur-1)', isOpen && 'rotate-90')} />
        <span>{isLive ? 'thinking' : 'thought'}</span>
        {!isOpen && <span className="min-w-0 truncate">{isLive ? text.slice(-90) : text.slice(0, 90)}</span>}
      </button>
      {isOpen && (
        <div className="mt-1.5 border-l-2 border-subtle pl-3">
          <PlainText text={text} />
        </div>
      )}
    </div>
  )
}
