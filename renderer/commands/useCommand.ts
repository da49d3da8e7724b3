import { useSyncExternalStore } from 'react'
import type { LucideIcon } from 'lucide-react'
import type { MessageId } from '../../core/model/ids.ts'
import { closeTip, offerTipAfter } from '../onboarding/offerTip.ts'
import { currentContext, onContextChange } from './context.ts'
import { firstKeyOf } from './boundKeys.ts'
import { commands, runCommand } from './registry.ts'
import type { CommandId } from './registry.ts'

export type CommandView = {
  readonly icon: LucideIcon
  readonly title: string
  /** Why it can't be done now. */
  readonly off: string | null
  readonly keys: string | undefined
  readonly run: () => void
}

/** A command as a button shows it. Without `message` it acts on the focused step. */
export function useCommand(id: CommandId, message?: MessageId): CommandView {
  const shown = useSyncExternalStore(onContextChange, () => look(id, message)) // a string, so that nothing redraws unless it reads differently
  const [title = '', off = '', keys = ''] = shown.split('\n')
  return { icon: commands[id].icon, title, off: off === '' ? null : off, keys: keys === '' ? undefined : keys, run: () => void runByHand(id, message) }
}

/** By its button or its menu: where that teaches something, it is told. */
async function runByHand(id: CommandId, message: MessageId | undefined): Promise<void> {
  closeTip()
  if (await runCommand(id, message)) offerTipAfter(id)
}

function look(id: CommandId, message: MessageId | undefined): string {
  const context = currentContext(message)
  return `${commands[id].title(context)}\n${commands[id].whyNot(context) ?? ''}\n${firstKeyOf(commands[id]) ?? ''}`
}
