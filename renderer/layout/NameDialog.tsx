import type { LucideIcon } from 'lucide-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { TextField } from '../components/Field.tsx'
import { FormDialog } from '../components/FormDialog.tsx'
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
  const problem = whyNot(name)
  const isUntouched = name === start
  return (
    <FormDialog title={title} verb={verb} icon={icon} keys="Enter" off={problem} onSubmit={() => onSave(name)} onClose={closeDialog}>
      <p className="text-sm wrap-anywhere text-soft">{children}</p>
      <TextField aria-label={label} placeholder={label} maxLength={200} value={name} onChange={(event) => setName(event.target.value)} onFocus={(event) => event.target.select()} problem={isUntouched ? null : problem} />
      <p role="alert" className="min-h-4 text-xs text-danger">
        {isUntouched ? null : problem}
      </p>
    </FormDialog>
  )
}
