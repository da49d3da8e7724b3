import { memo } from 'react'
import type { TranscriptMessage } from '../../core/model/context.ts'
import { attempt } from '../faults/attempt.ts'
import { edit } from '../queries/acts.ts'
import { stopEditing, useSelection } from '../state/selection.ts'
import { textOf } from '../words/contents.ts'
import type { BudgetFacts } from './actEffects.ts'
import { AnswerInfo } from './AnswerInfo.tsx'
import { EditBox } from './EditBox.tsx'
import { MessageActions } from './MessageActions.tsx'
import { MessageCard } from './MessageCard.tsx'
import type { Place } from './place.ts'
import { VersionsBadge } from './VersionsBadge.tsx'

type Props = {
  readonly message: TranscriptMessage
  readonly isEstimate: boolean
  readonly budget: BudgetFacts
  readonly place: Place
  /** Whether Tab reaches what is in it. */
  readonly inTabOrder: boolean
  /** Gives the focus back to the message. */
  readonly onLeaveEditor: () => void
}

/** A message with everything that can be done with it. */
export const MessageItem = memo(function MessageItem({ message, isEstimate, budget, place, inTabOrder, onLeaveEditor }: Props) {
  const isFocused = useSelection((selection) => selection.focused === message.messageId)
  const isChosen = useSelection((selection) => selection.chosen.has(message.messageId))
  const isEditing = useSelection((selection) => selection.editing === message.messageId)
  const save = async (text: string): Promise<boolean> => (await attempt(() => edit(place.tract, place.branch, message.messageId, text))) !== undefined
  const leave = (): void => {
    stopEditing()
    onLeaveEditor()
  }
  return (
    <MessageCard
      message={message}
      isEstimate={isEstimate}
      isFocused={isFocused}
      isChosen={isChosen}
      actions={<MessageActions message={message} budget={budget} inTabOrder={inTabOrder} />}
      versions={<VersionsBadge message={message} place={place} tabIndex={inTabOrder ? 0 : -1} />}
      info={<AnswerInfo message={message} place={place} tabIndex={inTabOrder ? 0 : -1} />}
      editor={isEditing ? <EditBox text={textOf(message.content)} role={message.role} onSave={save} onLeave={leave} /> : null}
    />
  )
})
