import { Palette } from 'lucide-react'
import type { Settings } from '../../main/contract/settings.ts'
import { showKeys } from '../commands/keys.ts'
import { Button } from '../components/Button.tsx'
import { Toggle } from '../components/Toggle.tsx'
import { attempt } from '../faults/attempt.ts'
import { updateSettings } from '../queries/settings.ts'
import { showSettings } from '../state/view.ts'
import { QuietDropsRow } from './QuietDropsRow.tsx'
import { SettingsGroup, SettingsPage, SettingsRow } from './SettingsPage.tsx'
import { TipsRow } from './TipsRow.tsx'

export function GeneralPage({ settings }: { readonly settings: Settings }) {
  return (
    <SettingsPage title="General" lead="How the window behaves. Changes take effect at once.">
      <SettingsGroup>
        <SettingsRow
          label="Enter sends"
          htmlFor="enter-sends"
          help={settings.enterSends ? 'Shift+Enter makes a new line.' : `Enter makes a new line, ${showKeys('Mod+Enter').join('+')} sends.`}
        >
          <Toggle id="enter-sends" label="Enter sends" checked={settings.enterSends} onChange={(enterSends) => void attempt(() => updateSettings({ enterSends }))} />
        </SettingsRow>
        <TipsRow tips={settings.tips} />
        <QuietDropsRow />
        <SettingsRow label="Theme, text size, wording" help="How everything looks is set on a page of its own.">
          <Button icon={Palette} onClick={() => showSettings('appearance')}>
            Appearance
          </Button>
        </SettingsRow>
      </SettingsGroup>
    </SettingsPage>
  )
}
