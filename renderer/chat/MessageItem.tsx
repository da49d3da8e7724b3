import { memo } from 'react'
import type { TranscriptMessage } from '../../core/model/context.ts'
import type { Siblings } from '../graph/siblings.ts'
import { useSelection } from '../state/selection.ts'
import type { BudgetFacts } from './actEffects.ts'
import { AnswerInfo } from './AnswerInfo.tsx'
import { EditedMessage, UnsavedEdit } from './EditedMessage.tsx'
import { MessageActions } from './MessageActions.tsx'
import { MessageCard } from './MessageCard.tsx'
import type { Place } from './place.ts'
import { SiblingSwitch } from './SiblingSwitch.tsx'
import { SummaryCard } from './SummaryCard.tsx'
import { VersionsBadge } from './VersionsBadge.tsx'

type Props = {
  readonly message: TranscriptMessage
  readonly budget: BudgetFacts
  readonly place: Place
  readonly siblings: Siblings | null
  /** Whether Tab reaches what is in it. */
  readonly inTabOrder: boolean
  /** Gives the focus back to the message. */
  readonly onLeaveEditor: () => void
}

/** A message with everything that can be done with it. */
export const MessageItem = memo(function MessageItem({ message, budget, place, siblings, inTabOrder, onLeaveEditor }: Props) {
  const isFocused = useSelection((selection) => selection.focused === message.messageId)
  const isChosen = useSelection((selection) => selection.chosen.has(message.messageId))
  const isEditing = useSelection((selection) => selection.editing === message.messageId)
  const tabIndex = inTabOrder ? 0 : -1
  const versions = (
    <>
      {message.versions > 1 && <VersionsBadge message={message} place={place} tabIndex={tabIndex} />}
      {!isEditing && <UnsavedEdit message={message} place={place} tabIndex={tabIndex} />}
    </>
  )
  const actions = <MessageActions message={message} budget={budget} inTabOrder={inTabOrder} />
  if (message.why.kind === 'summary' && !isEditing) return <SummaryCard message={message} of={message.why.of} place={place} isFocused={isFocused} isChosen={isChosen} actions={actions} />
  return (
    <MessageCard
      message={message}
      isFocused={isFocused}
      isChosen={isChosen}
      actions={actions}
      versions={versions}
      siblings={siblings && <SiblingSwitch message={message.messageId} siblings={siblings} tabIndex={tabIndex} />}
      info={<AnswerInfo message={message} place={place} tabIndex={tabIndex} />}
      editor={isEditing ? <EditedMessage message={message} place={place} onLeave={onLeaveEditor} /> : null}
    />
  )
})
