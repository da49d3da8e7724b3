import { useEffect, useState } from 'react'
import type { EpochMs } from '../../core/model/ids.ts'

/** Milliseconds until `at`, told anew at every full second; 0 from then on. */
export function useLeft(at: EpochMs): number {
  const [now, setNow] = useState(() => Date.now())
  const left = Math.max(0, at - now)
  useEffect(() => {
    if (left === 0) return undefined
    const timer = setTimeout(() => setNow(Date.now()), (left - 1) % 1000 + 1)
    return () => clearTimeout(timer)
  }, [left])
  return left
}
