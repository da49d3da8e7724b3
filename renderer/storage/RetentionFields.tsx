import { TriangleAlert } from 'lucide-react'
import { Toggle } from '../components/Toggle.tsx'
import { SettingsGroup, SettingsRow } from '../settings/SettingsPage.tsx'
import { setRetention, useRetention } from '../state/retention.ts'
import { useWords } from '../words/words.ts'
import { DaysSlider } from './DaysSlider.tsx'

/** How old what goes has to be. Moving one changes nothing but the preview. */
export function RetentionFields() {
  const words = useWords()
  const { leftoverDays, trashDays, archiveDays } = useRetention()
  return (
    <SettingsGroup>
      <SettingsRow label={`${words.leftovers} older than`} help={<Help text={words.leftoversHelp} warning={leftoverDays < aWeek ? words.soonHelp : null} />}>
        <DaysSlider label={`${words.leftovers} older than`} days={leftoverDays} onChange={(days) => setRetention({ leftoverDays: days })} />
      </SettingsRow>
      <SettingsRow label="In the trash for" help={<Help text="What has been there so long may be deleted for good: not by undo, not by anything does it come back." warning={trashDays < aWeek ? 'Less than a week leaves little time to notice.' : null} />}>
        <DaysSlider label="In the trash for" days={trashDays} onChange={(days) => setRetention({ trashDays: days })} />
      </SettingsRow>
      <SettingsRow
        label={words.archives}
        help={<Help text="Their texts go for good; the summaries stay, and opening one tells what is gone." warning={archiveDays !== null && archiveDays < aWeek ? 'Less than a week: summaries you still look at lose what they stand for.' : null} />}
      >
        <span className="flex items-center gap-3">
          <Toggle label={`Delete ${words.archives.toLowerCase()} too`} checked={archiveDays !== null} onChange={(isOn) => setRetention({ archiveDays: isOn ? usualArchive : null })} />
          {archiveDays !== null && <DaysSlider label={`${words.archives} older than`} days={archiveDays} onChange={(days) => setRetention({ archiveDays: days })} />}
        </span>
      </SettingsRow>
    </SettingsGroup>
  )
}

const aWeek = 7
const usualArchive = 90

const Help = ({ text, warning }: { readonly text: string; readonly warning: string | null }) => (
  <>
    {text}
    {warning !== null && (
      <span role="status" className="mt-0.5 flex items-center gap-1.5 text-warning">
        <TriangleAlert size={12} className="shrink-0" /> {warning}
      </span>
    )}
  </>
)
