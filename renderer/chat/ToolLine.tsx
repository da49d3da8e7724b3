import { EyeOff, SquareTerminal, Wrench } from 'lucide-react'
import type { ReactNode } from 'react'
import type { TranscriptMessage } from '../../core/model/context.ts'
import type { Content } from '../../core/model/content.ts'
import { Badge } from '../components/Badge.tsx'
import { cx } from '../components/cx.ts'
import { Num } from '../components/Num.tsx'
import { useCardFold } from '../state/openCards.ts'
import { CodeBlock } from './CodeBlock.tsx'
import { chosenLook } from './chosenLook.ts'
import { focusBar } from './focusBar.ts'
import { argumentWords, toolText } from './toolWords.ts'

type Props = {
  readonly message: TranscriptMessage
  readonly content: Content<'tool_call' | 'tool_result'>
  readonly isFocused: boolean
  readonly isChosen: boolean
  readonly actions: ReactNode
  /** The button that tells how an answer was made that is nothing but calls. */
  readonly info: ReactNode
}

/** A tool call or its result, in one line; the whole opens below. */
export function ToolLine({ message, content, isFocused, isChosen, actions, info }: Props) {
  const [isOpen, setOpen] = useCardFold(message.messageId)
  const Icon = content.type === 'tool_call' ? Wrench : SquareTerminal
  return (
    <div className={cx('group/card relative', isFocused && focusBar, isChosen && chosenLook)}>
      <div className={cx('flex h-7.5 min-w-0 items-center gap-2 rounded-md px-3 text-sm text-soft inset-ring inset-ring-subtle', message.shown ? 'bg-sunken' : 'hatch')}>
        <Icon size={14} className="text-soft" />
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} className="flex h-full min-w-0 grow items-center gap-2 text-left">
          <code className="shrink-0 text-xs text-ink">{content.tool}</code>
          <span className="truncate text-muted">{argumentWords(content)}</span>
        </button>
        {content.type === 'tool_result' && content.status === 'error' && <Badge tone="danger">failed</Badge>}
        {!message.shown && <Badge tone="hidden" icon={EyeOff}>hidden</Badge>}
        <Num value={message.tokens} prefix="~" className="text-num! text-muted" />
        {info}
      </div>
      {actions}
      {isOpen && (
        <div className="mt-1.5">
          <CodeBlock code={toolText(content)} language={content.type === 'tool_call' ? 'input' : 'output'} />
        </div>
      )}
    </div>
  )
}
