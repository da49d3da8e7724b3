import { Monitor, Moon, Sun } from 'lucide-react'
import type { Settings } from '../../main/contract/settings.ts'
import { showKeys } from '../commands/keys.ts'
import { Segmented } from '../components/Segmented.tsx'
import { Toggle } from '../components/Toggle.tsx'
import { attempt } from '../faults/attempt.ts'
import { updateSettings } from '../queries/settings.ts'
import { useLayout } from '../state/layout.ts'
import { applyTheme } from '../theme/applyTheme.ts'
import { QuietDropsRow } from './QuietDropsRow.tsx'
import { SettingsGroup, SettingsPage, SettingsRow } from './SettingsPage.tsx'

export function GeneralPage({ settings }: { readonly settings: Settings }) {
  const wording = useLayout((layout) => layout.wording)
  return (
    <SettingsPage title="General" lead="How the window looks and behaves. Changes take effect at once.">
      <SettingsGroup>
        <SettingsRow label="Theme" help="“System” follows what the system shows now.">
          <Segmented
            label="Theme"
            value={settings.theme}
            options={[
              { value: 'system', label: 'System', icon: Monitor },
              { value: 'light', label: 'Light', icon: Sun },
              { value: 'dark', label: 'Dark', icon: Moon },
            ]}
            onChange={(theme) => {
              applyTheme(theme)
              void attempt(() => updateSettings({ theme }))
            }}
          />
        </SettingsRow>
        <SettingsRow
          label="Enter sends"
          htmlFor="enter-sends"
          help={settings.enterSends ? 'Shift+Enter makes a new line.' : `Enter makes a new line, ${showKeys('Mod+Enter').join('+')} sends.`}
        >
          <Toggle id="enter-sends" label="Enter sends" checked={settings.enterSends} onChange={(enterSends) => void attempt(() => updateSettings({ enterSends }))} />
        </SettingsRow>
        <SettingsRow label="Wording" help={wording === 'plain' ? 'Step, branch, keep always, hide from model.' : 'Commit, branch, pin, skip.'}>
          <Segmented
            label="Wording"
            value={wording}
            options={[
              { value: 'plain', label: 'Plain words' },
              { value: 'git', label: 'Git words' },
            ]}
            onChange={(to) => useLayout.setState({ wording: to })}
          />
        </SettingsRow>
        <QuietDropsRow />
      </SettingsGroup>
    </SettingsPage>
  )
}
