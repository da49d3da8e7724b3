import type { LucideIcon } from 'lucide-react'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'

type Props = {
  readonly title: string
  readonly width?: number
  /** What its button does. */
  readonly verb: string
  readonly icon?: LucideIcon
  readonly danger?: boolean
  /** Shown on the button. */
  readonly keys?: string
  /** Why it can't be done now. */
  readonly off?: string | null
  /** What is going on while `onSubmit` runs. */
  readonly busy?: string
  /** Between the buttons. */
  readonly note?: string
  /** The keyboard starts on the button, where there is nothing that must be typed. */
  readonly isReady?: boolean
  /** Does it, and closes the dialog when it is done: what could not be done leaves everything as it was typed. */
  readonly onSubmit: () => Promise<unknown>
  readonly onClose: () => void
  readonly className?: string
  readonly children: ReactNode
}

/** A question with fields. Enter or the button does it, once at a time; Escape and Cancel leave. */
export function FormDialog({ title, width, verb, icon, danger = false, keys, off = null, busy = 'Saving', note, isReady = false, onSubmit, onClose, className = 'grid grid-cols-[minmax(0,1fr)] gap-3 p-4.5', children }: Props) {
  const form = useId()
  const [isBusy, setBusy] = useState(false)
  const whyNot = off ?? (isBusy ? busy : null)
  const submit = async (): Promise<void> => {
    if (whyNot !== null) return
    setBusy(true)
    await onSubmit()
    setBusy(false)
  }
  return (
    <Dialog
      title={title}
      {...(width !== undefined && { width })}
      onClose={onClose}
      foot={
        <>
          <Button size="lg" variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          {note !== undefined && <span className="truncate text-sm text-muted">{note}</span>}
          <span className="grow" />
          <Button size="lg" type="submit" form={form} variant={danger ? 'danger' : 'primary'} icon={icon} keys={keys} off={whyNot} {...(isReady && { 'data-first': true })}>
            {verb}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={className}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        {children}
      </form>
    </Dialog>
  )
}
