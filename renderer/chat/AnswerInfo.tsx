import { Info } from 'lucide-react'
import { memo } from 'react'
import type { TranscriptMessage } from '../../core/model/context.ts'
import { useCommand } from '../commands/useCommand.ts'
import { IconButton } from '../components/IconButton.tsx'
import { Popover } from '../components/Popover.tsx'
import { showAnswerInfo, useAnswerInfo } from '../state/answerInfo.ts'
import { AnswerPanel } from './AnswerPanel.tsx'
import type { Place } from './place.ts'

type Props = { readonly message: TranscriptMessage; readonly place: Place; readonly tabIndex: number }

/** The ⓘ under every answer: which model, with which settings, at what price, and what was sent for it. */
export const AnswerInfo = memo(function AnswerInfo({ message, place, tabIndex }: Props) {
  const isOpen = useAnswerInfo(({ open }) => open === message.messageId)
  const { title, keys } = useCommand('step.info', message.messageId)
  return (
    <Popover
      label="How this answer was made"
      side="top"
      align="start"
      className="max-h-(--radix-popover-content-available-height) w-104 overflow-y-auto p-3.5"
      open={isOpen}
      onOpenChange={(open) => showAnswerInfo(open ? message.messageId : null)}
      trigger={<IconButton label={title} icon={Info} box={24} keys={keys} tabIndex={tabIndex} on={isOpen} className="-my-1 -mx-1.5 text-muted!" />}
    >
      <AnswerPanel message={message} place={place} />
    </Popover>
  )
})
