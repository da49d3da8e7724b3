import { useMemo, useRef } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'
import { useArrivingFocus } from '../drawer/useArrivingFocus.ts'
import { useTextScale } from '../theme/useTextScale.ts'
import { authorWords } from '../words/operations.ts'
import { dayAndClock } from '../words/times.ts'
import { scrubByKey } from './scrub.ts'
import { axisTime } from './axisTime.ts'
import { binsOf, fitLabels, nearest, placesOf, timeLabels } from './timelineAxis.ts'
import type { Scale } from './timelineAxis.ts'
import type { TimelineEvent } from './timelineEvents.ts'
import { trackNames, tracks, TimelineTracks } from './TimelineTracks.tsx'
import { useWidth } from './useWidth.ts'

type Props = { readonly events: readonly TimelineEvent[]; readonly at: number; readonly scale: Scale; readonly onGo: (to: number) => void }

/** In CSS pixels: how close marks stand at most, and how wide a letter of the labels is at the usual text size. */
const markRoom = 5
const letterWidth = 5.6

/** The axis with its scrubber: dragged, or moved by keys. */
export function TimelineAxis({ events, at, scale, onGo }: Props) {
  const surface = useRef<HTMLDivElement>(null)
  const slider = useRef<HTMLDivElement>(null)
  useArrivingFocus(slider)
  const width = useWidth(surface)
  const textScale = useTextScale()
  const places = useMemo(() => placesOf(events, scale), [events, scale])
  const bins = useMemo(() => binsOf(events, places, Math.max(1, Math.floor(width / markRoom))), [events, places, width])
  const labels = useMemo(() => {
    const letter = (letterWidth * textScale) / Math.max(1, width)
    const named = events.flatMap(({ label }, event) => (label === null ? [] : [{ place: places[event] ?? 0, text: label.slice(0, 18), event }]))
    return { named: fitLabels(named, letter), times: fitLabels(timeLabels(events, places, axisTime), letter) }
  }, [events, places, width, textScale])
  const place = places[at] ?? 1
  const drag = (event: PointerEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect()
    const to = nearest(places, Math.max(0, Math.min(1, (event.clientX - box.left) / box.width)))
    if (to !== at) onGo(to)
  }
  return (
    <div className="grid min-h-0 grow grid-cols-[calc(88px*max(1,var(--font-scale)))_minmax(0,1fr)] gap-2 px-3.5 pt-1.5 pb-1 max-[999px]:grid-cols-[calc(72px*max(1,var(--font-scale)))_minmax(0,1fr)]">
      <TrackNames />
      <div ref={surface} className="relative mx-1.5 min-h-[calc(80px+2*var(--lh-sm))]">
        <TimelineTracks bins={bins} labels={labels.named} times={labels.times} place={place} />
        <div
          ref={slider}
          role="slider"
          aria-label="The moment that is shown"
          aria-valuemin={1}
          aria-valuemax={Math.max(1, events.length)}
          aria-valuenow={at + 1}
          aria-valuetext={momentWords(events, at)}
          tabIndex={0}
          data-list="timeline"
          className="absolute -inset-x-1.5 inset-y-0 cursor-col-resize touch-none rounded-sm px-1.5"
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId)
            drag(event)
          }}
          onPointerMove={(event) => event.buttons === 1 && drag(event)}
          onKeyDown={(event: KeyboardEvent) => {
            const to = scrubByKey(events, at, event)
            if (to === null) return
            event.preventDefault()
            if (to !== at) onGo(to)
          }}
        >
          <div className="relative h-full">
            <i aria-hidden="true" className="absolute inset-y-0 w-0.5 -translate-x-1/2 bg-accent-solid" style={{ left: `${place * 100}%` }}>
              <b className="absolute -top-0.5 left-1/2 size-2.5 -translate-x-1/2 rounded-full bg-accent-solid" />
            </i>
          </div>
        </div>
      </div>
    </div>
  )
}

const TrackNames = () => (
  <div aria-hidden="true" className="grid grid-rows-[var(--lh-sm)_repeat(5,minmax(16px,1fr))_var(--lh-sm)] text-xs text-muted max-[999px]:text-2xs">
    <span />
    {tracks.map((track) => (
      <span key={track} className="self-center truncate">
        {trackNames[track]}
      </span>
    ))}
  </div>
)

/** "31 of 54, Hide from model, today, 14:03, by you". */
export function momentWords(events: readonly TimelineEvent[], at: number): string {
  const event = events[at]
  if (event === undefined) return 'nothing was done yet'
  return `${at + 1} of ${events.length}, ${event.title}, ${dayAndClock(event.at, Date.now())}, by ${authorWords(event.operation.author)}`
}
