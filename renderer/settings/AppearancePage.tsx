import { Monitor, Moon, Sun } from 'lucide-react'
import type { Appearance, Settings } from '../../main/contract/settings.ts'
import { Segmented } from '../components/Segmented.tsx'
import { Toggle } from '../components/Toggle.tsx'
import { attempt } from '../faults/attempt.ts'
import { updateSettings } from '../queries/settings.ts'
import { useLayout } from '../state/layout.ts'
import { applyAppearance } from '../theme/applyAppearance.ts'
import { applyTheme } from '../theme/applyTheme.ts'
import { SettingsGroup, SettingsPage, SettingsRow } from './SettingsPage.tsx'
import { TextSize } from './TextSize.tsx'
import { ThemeEditor } from './ThemeEditor.tsx'

/** How everything looks. Each change shows at once, in the whole window. */
export function AppearancePage({ settings: { theme, appearance } }: { readonly settings: Settings }) {
  const wording = useLayout((layout) => layout.wording)
  const set = (change: Partial<Appearance>): void => {
    applyAppearance({ ...appearance, ...change })
    void attempt(() => updateSettings({ appearance: change })).then((saved) => saved ?? applyAppearance(appearance))
  }
  return (
    <SettingsPage title="Appearance" lead="How the window looks. Changes take effect at once.">
      <SettingsGroup>
        <SettingsRow label="Theme" help="“System” follows what the system shows now.">
          <Segmented
            label="Theme"
            value={theme}
            options={[
              { value: 'system', label: 'System', icon: Monitor },
              { value: 'light', label: 'Light', icon: Sun },
              { value: 'dark', label: 'Dark', icon: Moon },
            ]}
            onChange={(to) => {
              applyTheme(to)
              void attempt(() => updateSettings({ theme: to }))
            }}
          />
        </SettingsRow>
        <SettingsRow label="Contrast" help="High draws every border and adds dashes to the lanes of the graph.">
          <Segmented label="Contrast" value={appearance.contrast} options={contrasts} onChange={(contrast) => set({ contrast })} />
        </SettingsRow>
        <SettingsRow label="Density" help="Cosy gives rows and cards more room.">
          <Segmented label="Density" value={appearance.density} options={densities} onChange={(density) => set({ density })} />
        </SettingsRow>
        <TextSize textPx={appearance.textPx} onChange={(textPx) => set({ textPx })} />
      </SettingsGroup>
      <SettingsGroup>
        <SettingsRow label="Wording" help={wording === 'plain' ? 'Step, branch, keep always, hide from model.' : 'Commit, branch, pin, skip.'}>
          <Segmented label="Wording" value={wording} options={wordings} onChange={(to) => useLayout.setState({ wording: to })} />
        </SettingsRow>
        <SettingsRow label="Keys at the foot of lists" htmlFor="key-hints" help="The most useful keys of the list that has the focus.">
          <Toggle id="key-hints" label="Keys at the foot of lists" checked={appearance.keyHints} onChange={(keyHints) => set({ keyHints })} />
        </SettingsRow>
        <SettingsRow label="Dashes on lanes" htmlFor="lane-patterns" help="Branches in the graph are told apart by their dashes too, not by colour alone.">
          <Toggle id="lane-patterns" label="Dashes on lanes" checked={appearance.lanePatterns} onChange={(lanePatterns) => set({ lanePatterns })} />
        </SettingsRow>
        <SettingsRow label="Numbers in the mono face" htmlFor="mono-numbers" help="Tokens, prices and hashes; off, they are in the face of the text.">
          <Toggle id="mono-numbers" label="Numbers in the mono face" checked={appearance.monoNumbers} onChange={(monoNumbers) => set({ monoNumbers })} />
        </SettingsRow>
        <SettingsRow label="Motion" help="“System” moves less when the system says so.">
          <Segmented label="Motion" value={appearance.motion} options={motions} onChange={(motion) => set({ motion })} />
        </SettingsRow>
      </SettingsGroup>
      <ThemeEditor colours={appearance.colours} onSave={(colours) => set({ colours })} />
    </SettingsPage>
  )
}

const contrasts = [{ value: 'system', label: 'System' }, { value: 'normal', label: 'Normal' }, { value: 'high', label: 'High' }] as const
const densities = [{ value: 'compact', label: 'Compact' }, { value: 'cosy', label: 'Cosy' }] as const
const wordings = [{ value: 'plain', label: 'Plain words' }, { value: 'git', label: 'Git words' }] as const
const motions = [{ value: 'system', label: 'System' }, { value: 'reduced', label: 'Always less' }] as const
