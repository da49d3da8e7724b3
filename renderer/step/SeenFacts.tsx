import { useQuery } from '@tanstack/react-query'
import type { TranscriptMessage } from '../../core/model/context.ts'
import { Num } from '../components/Num.tsx'
import { contextAtQuery } from '../queries/finding.ts'
import { xrayQuery } from '../queries/history.ts'
import { momentOf } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { counted } from '../words/numbers.ts'
import { KeyValues } from './KeyValues.tsx'
import type { KeyValue } from './KeyValues.tsx'
import { positionWords, seenWords } from './seenWords.ts'
import type { StepPlace } from './stepPlace.ts'

type Props = { readonly current: Current; readonly place: StepPlace; readonly message: TranscriptMessage; /** The facts of a glance only. */ readonly isShort?: boolean }

/** Whether the model gets a step, in which place, and how large the context was with it. */
export function SeenFacts({ current, place, message, isShort = false }: Props) {
  const { data: xray } = useQuery(xrayQuery(current.tract, place.branch, momentOf(current.at)))
  const position = xray ? positionWords(xray, message.messageId) : null
  const rows: readonly KeyValue[] = [
    [isShort ? 'In context now' : 'In context', place.isOwn ? seenWords(message) : `no, it is on ${place.branch}`],
    ...(place.isOwn ? [] : [[`On ${place.branch}`, seenWords(message)] as const]),
    ...(isShort ? [] : [['Position', position ?? '—'] as const, ['Tokens', <Num key="tokens" value={message.tokens} prefix="~" />] as const]),
    ['Compiled size here', <SizeHere key="size" current={current} place={place} isShort={isShort} />],
  ]
  return <KeyValues rows={rows} />
}

/** The context that ends with the step. */
export function SizeHere({ current: { tract }, place, isShort = false }: Pick<Props, 'current' | 'place' | 'isShort'>) {
  const { data, isError } = useQuery(contextAtQuery(tract, place.hash))
  if (data === undefined) return <span className="text-muted">{isError ? '—' : '…'}</span>
  return (
    <>
      <Num value={data.tokenCount} prefix="~" />
      {!isShort && <span className="text-muted"> in {counted(data.messageCount, 'message')}</span>}
    </>
  )
}
