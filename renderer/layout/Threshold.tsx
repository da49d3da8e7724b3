import { LockKeyhole, WifiOff } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from '../components/Button.tsx'
import { Spinner } from '../components/Spinner.tsx'
import { connectNow } from '../connect.ts'
import type { Connection } from '../connect.ts'

/** Before the first word from the host. Says nothing for the moment it usually takes. */
export function Arriving({ connection }: { readonly connection: Connection }) {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 400)
    return () => clearTimeout(timer)
  }, [])
  if (connection.kind === 'lost')
    return (
      <Notice icon={WifiOff} title="Tract Studio doesn’t answer" action={<Button onClick={connectNow}>Try now</Button>}>
        It may have been closed. Start it again with <code className="text-xs text-ink">npm start</code>; this page connects by itself.
      </Notice>
    )
  return (
    <main className="grid h-full place-items-center" aria-busy="true">
      {isSlow && (
        <p role="status" className="flex items-center gap-2 text-sm text-muted">
          <Spinner /> Connecting
        </p>
      )}
    </main>
  )
}

/** No token, or the token of an earlier start. */
export function Refused() {
  return (
    <Notice icon={LockKeyhole} title="Open the address printed in the terminal">
      This page needs the key that stands at the end of that address, after <code className="text-xs text-ink">#t=</code>. Every start of Tract Studio makes a new one, so an old tab or bookmark can’t be used.
    </Notice>
  )
}

function Notice({ icon: Icon, title, children, action }: { readonly icon: LucideIcon; readonly title: string; readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <main className="grid h-full content-center justify-items-center gap-3 px-6 text-center">
      <Icon size={22} className="text-muted" />
      <h1 className="text-xl font-semibold tracking-[-.016em]">{title}</h1>
      <p className="max-w-110 text-read text-soft">{children}</p>
      {action}
    </main>
  )
}
