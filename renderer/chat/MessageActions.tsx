import { ChevronDown, Ellipsis, Pin } from 'lucide-react'
import { memo } from 'react'
import type { TranscriptMessage } from '../../core/model/context.ts'
import type { CommandId } from '../commands/registry.ts'
import { useCommand } from '../commands/useCommand.ts'
import { CommandItem } from '../commands/CommandButtons.tsx'
import { IconButton } from '../components/IconButton.tsx'
import { Menu } from '../components/Menu.tsx'
import { StepItems } from '../menus/StepItems.tsx'
import { actEffect } from './actEffects.ts'
import type { BudgetFacts } from './actEffects.ts'

type Props = { readonly message: TranscriptMessage; readonly budget: BudgetFacts; /** Whether Tab reaches them: those of one message only. */ readonly inTabOrder: boolean }

/** What can be done with a message, over its top right corner, while the pointer or the focus is in it. */
export const MessageActions = memo(function MessageActions({ message, budget, inTabOrder }: Props) {
  const id = message.messageId
  const tabIndex = inTabOrder ? 0 : -1
  const pin: CommandId = message.priority === 'pinned' ? 'step.normal' : 'step.pin'
  const hide: CommandId = message.priority === 'skip' ? 'step.normal' : 'step.hide'
  const action = (command: CommandId, effect = '') => <Action key={command} id={command} message={message} effect={effect} tabIndex={tabIndex} />
  return (
    <div
      role="toolbar"
      aria-label="Actions on this message"
      className="invisible absolute -top-1.5 right-0 z-(--z-sticky) in-data-boxed:top-1 in-data-boxed:right-1 in-data-summary:-top-7 @max-[600px]:-top-6.5! flex rounded-md bg-overlay p-0.5 shadow-pop group-focus-within/step:visible group-hover/card:visible has-data-[state=open]:visible"
    >
      {action('step.copy')}
      {'text' in message.content && message.content.type !== 'reasoning' && (
        <>
          {action('step.edit')}
          <Menu align="end" trigger={<IconButton label="Correct in other ways" icon={ChevronDown} iconSize={12} box={26} tabIndex={tabIndex} className="w-6!" />}>
            <CommandItem id="step.edit" message={id} />
            <CommandItem id="step.editBranch" message={id} />
          </Menu>
        </>
      )}
      {action('step.branch')}
      {message.role === 'assistant' && message.content.type === 'dialogue' && (
        <>
          {action('step.retry')}
          <Menu align="end" trigger={<IconButton label="Retry in other ways" icon={ChevronDown} iconSize={12} box={26} tabIndex={tabIndex} className="w-6!" />}>
            <CommandItem id="step.retry" message={id} />
            <CommandItem id="step.retryWith" message={id} />
            <CommandItem id="step.tryWays" message={id} />
          </Menu>
        </>
      )}
      {message.priority !== 'skip' && action(pin, actEffect('pinned', message, budget))}
      {action(hide, actEffect(message.priority === 'skip' ? 'normal' : 'skip', message, budget))}
      <Menu align="end" trigger={<IconButton label="More" icon={Ellipsis} box={26} tabIndex={tabIndex} />}>
        <StepItems step={id} />
      </Menu>
    </div>
  )
})

type ActionProps = { readonly id: CommandId; readonly message: TranscriptMessage; readonly effect: string; readonly tabIndex: number }

function Action({ id, message, effect, tabIndex }: ActionProps) {
  const { icon, title, off, keys, run } = useCommand(id, message.messageId)
  const isOn = id === 'step.normal' && message.priority === 'pinned' // the pin is down: pressed again, it lets go
  return <IconButton label={title} tip={`${title}${effect}`} icon={isOn ? Pin : icon} box={26} keys={keys} off={off} on={isOn} tabIndex={tabIndex} onClick={run} />
}
