import { useState } from 'react'
import { Button } from '../components/Button.tsx'
import { TextField } from '../components/Field.tsx'
import { attempt } from '../faults/attempt.ts'

type Props = {
  readonly id: string
  readonly value: string
  readonly placeholder?: string
  readonly mono?: boolean
  readonly whyNot: (typed: string) => string | null
  readonly onSave: (typed: string) => Promise<unknown>
}

/** A text setting that takes effect by Enter or its button, not with every letter. Escape brings the saved one back. */
export function SavedField({ value, whyNot, onSave, ...look }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  const shown = typed ?? value
  const problem = typed === null ? null : whyNot(typed.trim())
  const save = async (): Promise<void> => {
    if (typed === null || problem !== null) return
    setSaving(true)
    const saved = await attempt(() => onSave(typed.trim()))
    setSaving(false)
    if (saved !== undefined) setTyped(null)
  }
  return (
    <form
      className="grid w-full grid-cols-[minmax(0,1fr)] gap-1"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className="flex w-full items-center gap-2">
        <TextField
          {...look}
          className="grow"
          value={shown}
          problem={problem}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || typed === null) return
            event.preventDefault()
            setTyped(null)
          }}
        />
        {typed !== null && typed.trim() !== value && (
          <Button type="submit" off={problem ?? (isSaving ? 'Saving' : null)}>
            Save
          </Button>
        )}
      </div>
      {problem !== null && (
        <p role="alert" className="text-xs text-danger">
          {problem}
        </p>
      )}
    </form>
  )
}
