import { WifiOff } from 'lucide-react'
import { Strip } from '../components/Banner.tsx'
import { Button } from '../components/Button.tsx'
import { connectNow, useConnection } from '../connect.ts'

/** Says that what stands on the screen is no longer kept up to date. Takes no room while all is well. */
export function ConnectionStrip() {
  const isLost = useConnection((connection) => connection.kind === 'lost')
  if (!isLost) return null
  return (
    <Strip
      tone="warning"
      icon={WifiOff}
      action={
        <Button size="sm" onClick={connectNow}>
          Try now
        </Button>
      }
    >
      Tract Studio doesn’t answer. What you see is what was saved, and what you type is kept. It connects again by itself.
    </Strip>
  )
}
