import type { LucideIcon } from 'lucide-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from '../components/Button.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { TextField } from '../components/Field.tsx'
import { closeDialog } from '../state/view.ts'

type Props = {
  readonly title: string
  readonly label: string
  readonly verb: string
  readonly icon: LucideIcon
  readonly start: string
  /** What the name does, in a sentence. */
  readonly children: ReactNode
  /** Why a name can't be; null when it can. */
  readonly whyNot: (name: string) => string | null
  readonly onSave: (name: string) => Promise<void>
}

/** Asks for a name. What is wrong with one is said while it is typed. */
export function NameDialog({ title, label, verb, icon, start, children, whyNot, onSave }: Props) {
  const [name, setName] = useState(start)
  const [isSaving, setSaving] = useState(false)
  const problem = whyNot(name)
  const isUntouched = name === start
  const save = async (): Promise<void> => {
    if (problem !== null || isSaving) return
    setSaving(true)
    await onSave(name)
    setSaving(false)
  }
  return (
    <Dialog
      title={title}
      onClose={closeDialog}
      foot={
        <>
          <Button size="lg" variant="ghost" onClick={closeDialog}>
            Cancel
          </Button>
          <span className="grow" />
          <Button size="lg" variant="primary" icon={icon} keys="Enter" off={problem ?? (isSaving ? 'Saving' : null)} onClick={() => void save()}>
            {verb}
          </Button>
        </>
      }
    >
      <form
        className="grid gap-3 p-4.5"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <p className="text-sm text-soft">{children}</p>
        <TextField aria-label={label} placeholder={label} maxLength={200} value={name} onChange={(event) => setName(event.target.value)} onFocus={(event) => event.target.select()} problem={isUntouched ? null : problem} />
        <p role="alert" className="min-h-4 text-xs text-danger">
          {isUntouched ? null : problem}
        </p>
      </form>
    </Dialog>
  )
}
