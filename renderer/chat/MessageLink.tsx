import { ExternalLink } from 'lucide-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from '../components/Button.tsx'
import { Popover } from '../components/Popover.tsx'
import { copyText } from './copyText.ts'
import { linkTarget, safeLink } from './links.ts'

/** A link in a message. Its words can lie about where it leads, so the whole address is shown before anything opens. */
export function MessageLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  const address = safeLink(href)
  if (address === null) return <span>{children}</span>
  const leave = (): void => {
    window.open(address, '_blank', 'noopener,noreferrer')
    setOpen(false)
  }
  return (
    <Popover
      label="Open a link"
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <button type="button" role="link" className="inline text-left text-accent-text underline decoration-accent-line underline-offset-3 hover:decoration-current">
          {children}
        </button>
      }
    >
      <div className="grid gap-2.5">
        <p className="text-soft">
          This leads out of the app, to <b className="text-ink">{linkTarget(address)}</b>.
        </p>
        <p className="max-h-40 overflow-y-auto font-mono text-xs break-all select-text">{address}</p>
        <div className="flex gap-2">
          <Button icon={ExternalLink} onClick={leave}>
            Open in the browser
          </Button>
          <Button variant="ghost" onClick={() => void copyText(address).then(() => setOpen(false))}>
            Copy address
          </Button>
        </div>
      </div>
    </Popover>
  )
}
