import { memo } from 'react'
import type { TranscriptMessage } from '../../core/model/context.ts'
import { useSelection } from '../state/selection.ts'
import { AnswerInfo } from './AnswerInfo.tsx'
import { MessageCard } from './MessageCard.tsx'
import type { Place } from './place.ts'

type Props = { readonly message: TranscriptMessage; readonly place: Place; /** Whether Tab reaches what is in it. */ readonly inTabOrder: boolean }

/** A message behind the old step that is looked at: greyed, and nothing is done with it. */
export const LaterItem = memo(function LaterItem({ message, place, inTabOrder }: Props) {
  const isFocused = useSelection((selection) => selection.focused === message.messageId)
  return (
    <div role="group" aria-label="Later, not in this view" aria-disabled="true" className="opacity-60 saturate-40">
      <MessageCard
        message={message}
        isFocused={isFocused}
        isChosen={false}
        actions={null}
        versions={null}
        siblings={null}
        info={<AnswerInfo message={message} place={place} tabIndex={inTabOrder ? 0 : -1} />}
        editor={null}
      />
    </div>
  )
})
