import { useQuery } from '@tanstack/react-query'
import { GitMerge } from 'lucide-react'
import { useState } from 'react'
import type { TranscriptMessage } from '../../core/model/context.ts'
import type { MessageId } from '../../core/model/ids.ts'
import type { StepView } from '../../main/contract/history.ts'
import { isModelAnswer, whenWords } from '../chat/answerFacts.ts'
import { ErasedText, goneAt } from '../chat/ErasedText.tsx'
import { Markdown, PlainText } from '../chat/Markdown.tsx'
import { HeadLine, HeadName } from '../chat/MessageHead.tsx'
import { nameOf } from '../chat/messageName.ts'
import { toolText } from '../chat/toolWords.ts'
import { Keys } from '../components/Keys.tsx'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { faultOf } from '../faults/faultOf.ts'
import { stepText } from '../graph/describeRow.ts'
import { StepIcon } from '../graph/StepIcon.tsx'
import type { RailRow } from '../graph/rows.ts'
import { stepQuery } from '../queries/history.ts'
import type { Current } from '../queries/useCurrent.ts'
import { authorName } from '../words/authors.ts'
import { textOf } from '../words/contents.ts'
import { useWords, words } from '../words/words.ts'
import { excerpt } from './excerpt.ts'
import { KeyValues } from './KeyValues.tsx'
import type { KeyValue } from './KeyValues.tsx'
import { SeenFacts, SizeHere } from './SeenFacts.tsx'
import type { StepPlace } from './stepPlace.ts'
import { useStepPlace } from './useStepPlace.ts'

/** What a glance tells: the first lines, whether the model sees it, how large the context was there, who made it, what is before and after. */
export function PeekBody({ current, step }: { readonly current: Current; readonly step: MessageId }) {
  const place = useStepPlace(current, step)
  const { data: view, error } = useQuery({ ...stepQuery(current.tract, place?.branch ?? current.branch, place?.hash ?? step), enabled: place !== null })
  return (
    <article className="grid grid-cols-1 gap-[9px] px-3.5 py-3">
      {error && <p className="text-danger">{faultOf(error).message}</p>}
      {!error && (place === null || view === undefined) && <SkeletonRows count={3} label="The step is being read" />}
      {place !== null && view !== undefined && (view.message === null ? <Merge current={current} place={place} view={view} /> : <Message current={current} place={place} message={view.message} />)}
    </article>
  )
}

function Message({ current, place, message }: { readonly current: Current; readonly place: StepPlace; readonly message: TranscriptMessage }) {
  return (
    <>
      <HeadLine>
        <StepIcon role={message.role} type={message.content.type} className="text-soft" />
        <HeadName>{nameOf(message)}</HeadName>
        <span>{whenWords(message.createdAt)}</span>
        <span className="grow" />
        <span className="num-plain">{place.hash.slice(0, 4)}</span>
      </HeadLine>
      <FirstLines message={message} />
      <SeenFacts current={current} place={place} message={message} isShort />
      <KeyValues rows={[['Made by', madeBy(message)], ...around(place)]} />
      <Foot />
    </>
  )
}

function FirstLines({ message }: { readonly message: TranscriptMessage }) {
  const { content, role } = message
  const gone = goneAt(message)
  const isTool = content.type === 'tool_call' || content.type === 'tool_result'
  const { text, isCut } = excerpt(isTool ? toolText(content) : textOf(content))
  if (gone !== null) return <ErasedText at={gone} />
  if (text === '') return <p className="text-muted">(empty)</p>
  return (
    <div className={isTool ? 'font-mono text-xs text-soft' : 'text-soft'}>
      {role === 'assistant' && !isTool ? <Markdown text={text} /> : <PlainText text={text} />}
      {isCut && <span className="text-muted">…</span>}
    </div>
  )
}

function Merge({ current, place, view: { commit } }: { readonly current: Current; readonly place: StepPlace; readonly view: StepView }) {
  const ours = useWords()
  return (
    <>
      <HeadLine>
        <GitMerge size={14} className="text-merge" />
        <HeadName>{ours.mergedTitle}</HeadName>
        <span>{whenWords(commit.createdAt)}</span>
        <span className="grow" />
        <span className="num-plain">{place.hash.slice(0, 4)}</span>
      </HeadLine>
      <p className="text-soft">{commit.message}</p>
      <KeyValues rows={[['Compiled size here', <SizeHere key="size" current={current} place={place} isShort />], ['Made by', authorName(commit.author)], ...around(place)]} />
      <Foot />
    </>
  )
}

const madeBy = (message: TranscriptMessage): string => (isModelAnswer(message) ? nameOf(message) : authorName(message.author))

/** What stands before and after it. */
function around({ before, after }: StepPlace): readonly KeyValue[] {
  return [
    ...(before.length === 0 ? [] : [['Follows', named(before)] as const]),
    ...(after.length === 0 ? [] : [['Followed by', named(after)] as const]),
  ]
}

function named([first, ...more]: readonly RailRow[]) {
  const name = first === undefined ? '' : first.isMerge ? words().aMerge : stepText(first)
  return (
    <span className="flex justify-end gap-1.5">
      <span className="truncate">{name}</span>
      {more.length > 0 && <span className="shrink-0 text-muted">and {more.length} more</span>}
    </span>
  )
}

/** While one types, Enter is the field's own. */
function Foot() {
  const [isTyping] = useState(() => document.activeElement?.matches('textarea, input') === true)
  return (
    <p className="flex items-center gap-1.5 border-t border-subtle pt-2 text-xs text-muted">
      {!isTyping && (
        <>
          <Keys keys="Enter" /> details <span className="grow" />
        </>
      )}
      <Keys keys="Escape" /> close
    </p>
  )
}
