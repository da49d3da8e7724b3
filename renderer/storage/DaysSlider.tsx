import type { CSSProperties } from 'react'
import { cx } from '../components/cx.ts'
import { daysWords, nearestStop, stops } from './days.ts'

type Props = { readonly label: string; readonly days: number; /** Why it can't be moved; null when it can. */ readonly off?: string | null; readonly onChange: (days: number) => void }

/** How old something has to be, from today to a year, by round numbers of days. */
export function DaysSlider({ label, days, off = null, onChange }: Props) {
  const at = nearestStop(days)
  return (
    <span className="flex items-center gap-3" title={off ?? undefined}>
      <input
        type="range"
        aria-label={label}
        aria-valuetext={daysWords(days)}
        disabled={off !== null}
        min={0}
        max={stops.length - 1}
        step={1}
        value={at}
        style={{ '--filled': `${(at / (stops.length - 1)) * 100}%` } as CSSProperties}
        onChange={(event) => onChange(stops[Number(event.target.value)] ?? days)}
        className="slider h-6 w-44 min-w-0 rounded-sm max-[999px]:w-32"
      />
      <span className={cx('num w-18 text-right', off === null ? 'text-ink' : 'text-disabled')}>{daysWords(days)}</span>
    </span>
  )
}
