import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import type { FailedReply } from '../../main/contract/chat.ts'
import { Button } from '../components/Button.tsx'
import { LinkButton } from '../components/LinkButton.tsx'
import { FaultCard } from '../faults/FaultCard.tsx'
import { failureRemedy } from './failureRemedy.ts'

type Props = {
  readonly failed: FailedReply
  readonly onRetry: () => void
  readonly onSettings: () => void
  readonly onModel: () => void
  /** Absent when the message it was for isn't loaded. */
  readonly onEdit?: (() => void) | undefined
  readonly onDismiss: () => void
}

/** No answer came. What happened, what was lost (nearly always nothing), and the ways out; the likeliest first. */
export function FailedCard({ failed: { fault }, onRetry, onSettings, onModel, onEdit, onDismiss }: Props) {
  const [isOpen, setOpen] = useState(false)
  const remedy = failureRemedy(fault.code)
  const buttons = {
    retry: <Button key="retry" icon={RefreshCw} onClick={onRetry}>Retry</Button>,
    settings: <Button key="settings" onClick={onSettings}>Open settings</Button>,
    model: <Button key="model" onClick={onModel}>Choose another model</Button>,
    edit: onEdit && <Button key="edit" onClick={onEdit}>Edit message</Button>,
  }
  return (
    <FaultCard fault={fault}>
      {remedy.map((way) => buttons[way])}
      <span className="grow" />
      <LinkButton aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>details</LinkButton>
      <LinkButton onClick={onDismiss}>dismiss</LinkButton>
      {isOpen && <pre className="max-h-48 w-full overflow-auto rounded-sm bg-pane p-2 text-xs select-text">{JSON.stringify({ code: fault.code, ...fault.data }, null, 2)}</pre>}
    </FaultCard>
  )
}
