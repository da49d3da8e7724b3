import { firstKeyOf } from '../commands/boundKeys.ts'
import { commands } from '../commands/registry.ts'
import type { CommandId } from '../commands/registry.ts'
import { queryClient } from '../queries/client.ts'
import { settingsQuery, updateSettings } from '../queries/settings.ts'
import { announce } from '../state/announcement.ts'
import { showTip, useTip } from '../state/tip.ts'
import { words } from '../words/words.ts'
import { hasTip, tipOf } from './tips.ts'
import type { Situation, TipId } from './tips.ts'

/** Tells, once on this machine, what the key of a command is that was done by hand. */
export function offerTipAfter(command: CommandId): void {
  if (hasTip(command, firstKeyOf(commands[command]))) tell(command)
}

/** Tells, once on this machine, what a situation means that somebody came into; not while words are being written. */
export function offerTipOn(situation: Situation): void {
  if (!isWriting()) tell(`situation.${situation}`)
}

/** The tip goes with the next thing that is done. */
export function closeTip(): void {
  if (useTip.getState().tip !== null) showTip(null)
}

function tell(id: TipId): void {
  const tips = queryClient.getQueryData(settingsQuery().queryKey)?.tips
  if (tips?.areOn !== true || tips.told.includes(id) || useTip.getState().tip !== null) return // one at a time: the other comes another time
  showTip(id)
  announce(`Tip: ${tipOf(id, words(), false).words}`)
  void updateSettings({ tips: { tell: id } }).catch(() => undefined) // then it is told once more another time
}

function isWriting(): boolean {
  const field = document.activeElement
  return (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) && field.value !== ''
}
