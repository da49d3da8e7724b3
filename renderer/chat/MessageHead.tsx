import { Eraser, EyeOff, Pin } from 'lucide-react'
import type { ReactNode } from 'react'
import type { TranscriptMessage } from '../../core/model/context.ts'
import { Badge } from '../components/Badge.tsx'
import { Num } from '../components/Num.tsx'
import { StepIcon } from '../graph/StepIcon.tsx'
import { useWords } from '../words/words.ts'
import { whenWords } from './answerFacts.ts'
import { goneAt } from './ErasedText.tsx'
import { nameOf } from './messageName.ts'

type LineProps = { readonly children: ReactNode }

/** The line above a message: who, with which settings, when; tokens at the right. */
export const HeadLine = ({ children }: LineProps) => <header data-handle className="flex h-5 min-w-0 items-center gap-[7px] text-xs whitespace-nowrap text-muted">{children}</header>
export const HeadName = ({ children }: LineProps) => <b className="truncate text-sm text-ink">{children}</b>

type Props = { readonly message: TranscriptMessage; /** The corrections badge, with its panel. */ readonly versions: ReactNode; /** ‹2/3›, where a fork stands before it. */ readonly siblings?: ReactNode }

export function MessageHead({ message, versions, siblings }: Props) {
  const words = useWords()
  const isUser = message.role === 'user' && message.content.type === 'dialogue'
  const time = <time title={new Date(message.createdAt).toLocaleString()}>{whenWords(message.createdAt)}</time>
  const temperature = message.generationConfig?.temperature
  return (
    <HeadLine>
      {!isUser && <StepIcon role={message.role} type={message.content.type} className="text-soft" />}
      <HeadName>{nameOf(message)}</HeadName>
      {temperature !== undefined && <span>T {temperature}</span>}
      {message.role === 'assistant' && time}
      {message.priority === 'pinned' && <Badge tone="pinned" icon={Pin} tip="Always in the context">{words.pinned}</Badge>}
      {goneAt(message) !== null && <Badge icon={Eraser} tip="Its text is gone for good">erased</Badge>}
      {!message.shown && goneAt(message) === null && <Badge tone="hidden" icon={EyeOff} tip="The model does not see this">hidden</Badge>}
      {versions}
      {siblings}
      <span className="grow" />
      {message.role !== 'assistant' && time}
      {goneAt(message) === null && <Num value={message.tokens} prefix="~" className="text-num" />}
    </HeadLine>
  )
}
