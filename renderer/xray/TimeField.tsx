import { useEffect, useRef } from 'react'
import type { EpochMs } from '../../core/model/ids.ts'
import { TextField } from '../components/Field.tsx'
import type { Current } from '../queries/useCurrent.ts'
import { showAt } from '../state/xray.ts'
import { localStamp } from './localStamp.ts'

/** The time that is looked at, to the second. */
export function TimeField({ current: { tract, branch }, time }: { readonly current: Current; readonly time: EpochMs }) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (field.current && field.current !== document.activeElement) field.current.value = localStamp(time) // what is being typed stays as it is
  }, [time])
  const take = (value: string): void => {
    const chosen = new Date(value).getTime()
    if (!Number.isNaN(chosen) && chosen >= 0) showAt(tract, branch, { kind: 'time', time: chosen })
  }
  return (
    <>
      <span className="shrink-0">At</span>
      <TextField
        ref={field}
        type="datetime-local"
        step={1}
        aria-label="Date and time"
        className="h-6! grow px-1! text-xs!"
        defaultValue={localStamp(time)}
        onChange={({ target }) => take(target.value)}
      />
    </>
  )
}
