import { memo } from 'react'
import type { ReactNode } from 'react'
import type { TranscriptMessage } from '../../core/model/context.ts'
import { cx } from '../components/cx.ts'
import { textOf } from '../words/contents.ts'
import { isModelAnswer } from './answerFacts.ts'
import { chosenLook } from './chosenLook.ts'
import { FileFold } from './FileFold.tsx'
import { focusBar } from './focusBar.ts'
import { Markdown, PlainText } from './Markdown.tsx'
import { ErasedText, goneAt } from './ErasedText.tsx'
import { MessageFoot } from './MessageFoot.tsx'
import { MessageHead } from './MessageHead.tsx'
import { ReasoningFold } from './ReasoningFold.tsx'
import { SaidText } from './SaidText.tsx'
import { ToolLine } from './ToolLine.tsx'

export type MessageCardProps = {
  readonly message: TranscriptMessage
  readonly isFocused: boolean
  /** One of several that are chosen together. */
  readonly isChosen: boolean
  readonly actions: ReactNode
  readonly versions: ReactNode
  /** Which of the versions at a fork it is, with the way to the others. */
  readonly siblings: ReactNode
  /** The button that tells how an answer was made. */
  readonly info: ReactNode
  /** Stands in the place of the text while it is corrected. */
  readonly editor: ReactNode | null
}

/** One message as it happened. Assistant: no box. User: a tint. System and summaries: a hairline. Tool: one line. Reasoning: folded. */
export const MessageCard = memo(function MessageCard({ message, isFocused, isChosen, actions, versions, siblings, info, editor }: MessageCardProps) {
  const { content } = message
  if (editor === null && goneAt(message) === null && (content.type === 'tool_call' || content.type === 'tool_result')) return <ToolLine message={message} content={content} isFocused={isFocused} isChosen={isChosen} actions={actions} info={isModelAnswer(message) && info} />
  const look = content.type === 'summary' ? 'system' : content.type === 'dialogue' || content.type === 'instruction' ? message.role : 'assistant'
  const isUser = look === 'user'
  const isSystem = look === 'system'
  return (
    <div data-boxed={isUser || isSystem || undefined} className={cx('group/card relative', looks[look], goneAt(message) !== null ? hollow : !message.shown && 'hatch', isFocused && focusBar, isChosen && chosenLook)}>
      <MessageHead message={message} versions={versions} siblings={siblings} />
      {editor === null && actions}
      <div className={isSystem ? 'mt-0.5' : isUser ? 'mt-[3px]' : 'mt-[5px]'}>{editor ?? <Body message={message} />}</div>
      {editor === null && isModelAnswer(message) && <MessageFoot call={message.call} info={info} />}
    </div>
  )
})

/** What a person typed stays as typed; what a model wrote is formatted. */
function Body({ message }: { readonly message: TranscriptMessage }) {
  const { messageId, content, role } = message
  const gone = goneAt(message)
  if (gone !== null) return <ErasedText at={gone} />
  if (content.type === 'reasoning') return <ReasoningFold text={content.text} message={messageId} />
  if (content.type === 'artifact') return <FileFold message={messageId} content={content.content} language={content.language ?? ''} />
  if (!('text' in content)) return <PlainText text={textOf(content)} />
  if (content.text === '') return <span className="text-muted">(empty)</span>
  return role === 'assistant' ? <Markdown text={content.text} /> : <SaidText text={content.text} />
}

/** It happened, and there is nothing in it any more. */
const hollow = 'rounded-lg bg-transparent! px-3.5 pt-2.5 pb-3 inset-ring inset-ring-line'
const read = 'text-read'
const looks: { readonly [Role in TranscriptMessage['role']]: string } = {
  user: `${read} ml-14 rounded-lg bg-user pt-2.5 pr-3.5 pb-3 pl-3.5`,
  assistant: read,
  system: 'rounded-md px-3 py-[9px] text-md inset-ring inset-ring-line',
  tool: read,
}
