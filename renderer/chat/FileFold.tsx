import { useMemo } from 'react'
import type { MessageId } from '../../core/model/ids.ts'
import { LinkButton } from '../components/LinkButton.tsx'
import { useCardFold } from '../state/openCards.ts'
import { counted } from '../words/numbers.ts'
import { CodeBlock } from './CodeBlock.tsx'

const shownLines = 12

/** A file as it was attached: its first lines, and all of it when asked for, in a box of its own. */
export function FileFold({ message = null, content, language }: { /** Whose it is: then it stays open while one reads elsewhere. */ readonly message?: MessageId | null; readonly content: string; readonly language: string }) {
  const [isOpen, setOpen] = useCardFold(message)
  const lines = useMemo(() => content.split('\n'), [content])
  const isLong = lines.length > shownLines || content.length > maxShown
  const head = useMemo(() => lines.slice(0, shownLines).join('\n').slice(0, maxShown), [lines])
  return (
    <div className="grid grid-cols-1 gap-1.5">
      <div className={isOpen ? 'max-h-[60vh] overflow-y-auto rounded-md' : undefined}>
        <CodeBlock code={isOpen ? content : head} language={language} />
      </div>
      {isLong && (
        <span>
          <LinkButton aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? 'show only its beginning' : `show all ${counted(lines.length, 'line')}`}
          </LinkButton>
        </span>
      )}
    </div>
  )
}

/** Letters: a file may have all of its text on one line. */
const maxShown = 4000
