import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { combinationOf, isWritten } from '../../commands/keys.ts'
import { Keys } from '../../components/Keys.tsx'

type Props = { readonly label: string; /** Whether two keys in turn are possible. */ readonly takesTwo: boolean; readonly onRecorded: (keys: string) => void; readonly onRemove: (() => void) | null; readonly onCancel: () => void; readonly onBlur: () => void }

/** Takes the next key combination. A key that writes waits a moment for a second one (G G). Escape leaves, Backspace takes the keys away. */
export function KeyRecorder({ label, takesTwo, onRecorded, onRemove, onCancel, onBlur }: Props) {
  const field = useRef<HTMLDivElement>(null)
  const [first, setFirst] = useState<string | null>(null)
  useEffect(() => field.current?.focus(), [])
  useEffect(() => {
    if (first === null) return
    const timer = setTimeout(() => onRecorded(first), secondKeyMs)
    return () => clearTimeout(timer)
  }, [first, onRecorded])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return onCancel()
    if (event.key === 'Backspace' && first === null && onRemove !== null) return onRemove()
    const keys = combinationOf(event)
    if (keys === null || event.repeat) return
    if (first !== null) onRecorded(`${first} ${keys}`)
    else if (takesTwo && isWritten(keys)) setFirst(keys)
    else onRecorded(keys)
  }
  return (
    <div
      ref={field}
      role="textbox"
      aria-readonly="true"
      tabIndex={0}
      aria-label={label}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      className="inline-flex h-6 items-center gap-1.5 rounded-sm bg-input px-2 text-xs whitespace-nowrap text-muted outline-none field-focus"
    >
      {first === null ? (
        'Press the keys'
      ) : (
        <>
          <Keys keys={first} /> or a second key
        </>
      )}
    </div>
  )
}

const secondKeyMs = 1200
