import { useEffect, useRef, useState } from 'react'

/** A value that changes often, at most once every `waitMs`; the last one always arrives. */
export function useThrottled<T>(value: T, waitMs: number): T {
  const [shown, setShown] = useState(value)
  const latest = useRef(value)
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => {
    latest.current = value
    waiting.current ??= setTimeout(() => {
      waiting.current = undefined
      setShown(latest.current)
    }, waitMs)
  }, [value, waitMs])
  useEffect(() => () => clearTimeout(waiting.current), [])
  return shown
}
