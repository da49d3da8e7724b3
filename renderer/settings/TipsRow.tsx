import type { Settings } from '../../main/contract/settings.ts'
import { Button } from '../components/Button.tsx'
import { Toggle } from '../components/Toggle.tsx'
import { attempt } from '../faults/attempt.ts'
import { updateSettings } from '../queries/settings.ts'
import { counted } from '../words/numbers.ts'
import { SettingsRow } from './SettingsPage.tsx'

/** Whether something is taught in passing, and the way to hear all of it again. */
export function TipsRow({ tips }: Pick<Settings, 'tips'>) {
  const told = tips.told.length
  return (
    <SettingsRow label="Tips" htmlFor="tips" help={`One line, once, about what you just did and its key.${told === 0 ? '' : ` ${counted(told, 'tip')} told so far.`}`}>
      <span className="flex items-center gap-2.5">
        <Button off={told === 0 ? 'None was told yet' : null} onClick={() => void attempt(() => updateSettings({ tips: { areOn: true, forget: true } }))}>Tell again</Button>
        <Toggle id="tips" label="Tips" checked={tips.areOn} onChange={(areOn) => void attempt(() => updateSettings({ tips: { areOn } }))} />
      </span>
    </SettingsRow>
  )
}
