import type { Forecast } from '../../main/contract/chat.ts'
import { cx } from '../components/cx.ts'
import { TextField } from '../components/Field.tsx'
import { levelWords, settingNames, valueWords } from './configWords.ts'
import type { SettingField } from './configWords.ts'

type Props = { readonly field: SettingField; readonly forecast: Forecast; readonly typed: string; readonly problem: string | null; readonly onType: (text: string) => void }

/** One setting: its name, what is typed for it here, and what holds where nothing is. */
export function SettingRow({ field, forecast, typed, problem, onType }: Props) {
  const id = `setting-${field}`
  return (
    <div className="grid grid-cols-[116px_96px_minmax(0,1fr)] items-center gap-x-2">
      <label htmlFor={id} className="text-sm text-soft">
        {settingNames[field]}
      </label>
      {field === 'stopSequences' ? (
        <textarea
          id={id}
          rows={1}
          value={typed}
          spellCheck={false}
          aria-invalid={problem !== null || undefined}
          onChange={(event) => onType(event.target.value)}
          className={cx('field-sizing-content max-h-24 min-h-(--control-h) w-full resize-none rounded-md bg-input px-2 py-1.5 font-mono text-xs press focus:field-focus', problem === null ? 'field-ring' : 'field-bad')}
        />
      ) : (
        <TextField id={id} mono inputMode="decimal" className="w-full" value={typed} problem={problem} onChange={(event) => onType(event.target.value)} />
      )}
      <span className={cx('text-xs', problem === null ? 'text-muted' : 'text-danger')} role={problem === null ? undefined : 'alert'}>
        {problem ?? whatHolds(field, forecast)}
      </span>
    </div>
  )
}

function whatHolds(field: SettingField, { config, notSent, client }: Forecast): string {
  const value = config.values[field]
  const level = config.levels[field]
  if (value === undefined || level === undefined) return field === 'stopSequences' ? 'none; one a line' : 'the provider’s own'
  if (notSent.includes(field)) return `${client} has none: not sent`
  return `${valueWords(value)}, from ${levelWords[level]}`
}
