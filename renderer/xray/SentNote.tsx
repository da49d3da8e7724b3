import { useQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import type { MessageId } from '../../core/model/ids.ts'
import { isModelAnswer } from '../chat/answerFacts.ts'
import { currentContext } from '../commands/context.ts'
import { receiptQuery, xrayQuery } from '../queries/history.ts'
import type { Current } from '../queries/useCurrent.ts'

/** In red, where the context of an answer no longer gives what was sent for it. */
export function SentNote({ current: { tract, branch }, message }: { readonly current: Current; readonly message: MessageId }) {
  const answer = currentContext(message).target
  const { data: receipt } = useQuery({ ...receiptQuery(tract, branch, message), enabled: answer !== null && isModelAnswer(answer) })
  const isOff = receipt !== undefined && !receipt.stillMatches
  const { data: now } = useQuery({ ...xrayQuery(tract, branch, isOff ? { at: receipt.head } : {}), enabled: isOff })
  if (!isOff) return null
  return (
    <p role="alert" className="flex items-start gap-2 border-b border-danger-line bg-danger-soft px-3.5 py-2 text-xs text-danger">
      <TriangleAlert size={14} className="mt-px shrink-0" />
      <span>
        {now !== undefined && now.hash === receipt.contextHash
          ? 'The messages are those that were sent for this answer, but its settings or tools give another request now.'
          : 'What was sent for this answer was another context than its step gives now.'}{' '}
        <span className="num-plain" title={receipt.contextHash}>
          sent {receipt.contextHash.slice(0, 8)}
        </span>
        {now !== undefined && (
          <span className="num-plain" title={now.hash}>
            , now {now.hash.slice(0, 8)}
          </span>
        )}
      </span>
    </p>
  )
}
