import { memo } from 'react'
import { cx } from '../components/cx.ts'
import type { AxisLabel, Bin } from './timelineAxis.ts'
import type { Track } from './timelineEvents.ts'

export const trackNames: { readonly [Name in Track]: string } = { steps: 'Messages', calls: 'Model calls', marks: 'Changes', branches: 'Branches', back: 'Undo' }
export const tracks: readonly Track[] = ['steps', 'calls', 'marks', 'branches', 'back']

type Props = { readonly bins: readonly Bin[]; readonly labels: readonly AxisLabel[]; readonly times: readonly AxisLabel[]; /** What comes after this place is not yet. */ readonly place: number }

/** A row a track with a mark for each act; where many stand close, one mark is as tall as there are many. */
export const TimelineTracks = memo(function TimelineTracks({ bins, labels, times, place }: Props) {
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0 grid grid-rows-[var(--lh-sm)_repeat(5,minmax(16px,1fr))_var(--lh-sm)]">
      <Words labels={labels} className="text-soft" />
      {tracks.map((track) => (
        <div key={track} className="relative border-t border-subtle">
          {bins.filter((bin) => bin.track === track).map((bin) => (
            <i
              key={bin.event}
              className={cx('absolute top-1/2 w-[3px] -translate-x-1/2 -translate-y-1/2 rounded-[1.5px]', colours[track], bin.place > place + 1e-9 && 'opacity-30')}
              style={{ left: `${bin.place * 100}%`, height: `${height(bin.count)}%` }}
            />
          ))}
        </div>
      ))}
      <Words labels={times} className="num-plain border-t border-subtle text-muted" />
    </div>
  )
})

const Words = ({ labels, className }: { readonly labels: readonly AxisLabel[]; readonly className: string }) => (
  <div className={cx('relative overflow-hidden text-2xs whitespace-nowrap', className)}>
    {labels.map(({ event, place, text }) => (
      <span key={event} className="absolute top-[3px]" style={{ left: `${place * 100}%` }}>
        {text}
      </span>
    ))}
  </div>
)

/** In per cent of the row: one act a third of it, a hundred all of it. */
const height = (count: number): number => Math.min(90, 36 + Math.log10(count) * 27)

const colours: { readonly [Name in Track]: string } = { steps: 'bg-soft', calls: 'bg-seg-history', marks: 'bg-edited-solid', branches: 'bg-merge-solid', back: 'bg-warning-solid' }
