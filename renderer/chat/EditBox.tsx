import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Role } from '../../core/model/content.ts'
import { Button } from '../components/Button.tsx'

type Props = {
  readonly text: string
  readonly role: Role
  /** Resolves to false when it could not be saved: what was typed stays. */
  readonly onSave: (text: string) => Promise<boolean>
  readonly onLeave: () => void
}

/** A message being corrected where it stands. Leaving with changes asks once. */
export function EditBox({ text, role, onSave, onLeave }: Props) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [words, setWords] = useState(text)
  const [asks, setAsks] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const isDirty = words !== text
  useEffect(() => {
    field.current?.focus()
    field.current?.setSelectionRange(text.length, text.length)
  }, [text])
  const leave = (): void => (isDirty && !asks ? setAsks(true) : onLeave())
  const save = async (): Promise<void> => {
    if (isSaving) return
    if (!isDirty) return onLeave()
    setSaving(true)
    if (await onSave(words)) onLeave()
    else setSaving(false)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const isSave = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (!isSave && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (isSave) void save()
    else leave()
  }
  return (
    <div className="grid gap-2" onKeyDown={onKeyDown}>
      <textarea
        ref={field}
        aria-label="Correct this message"
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          setAsks(false)
        }}
        className="field-sizing-content max-h-[50vh] min-h-11 w-full resize-none rounded-md bg-input px-2.5 py-2 text-read field-ring focus:field-focus"
      />
      <div className="flex flex-wrap items-center gap-2">
        {asks ? (
          <>
            <span role="alert" className="grow text-xs text-warning">Your changes are not saved.</span>
            <Button size="sm" variant="ghost" onClick={onLeave}>Throw them away</Button>
            <Button size="sm" onClick={() => setAsks(false)}>Keep editing</Button>
          </>
        ) : (
          <>
            <span className="grow text-xs text-muted">{role === 'assistant' ? 'Correct in place: the model will believe it said this.' : 'The earlier version stays in history.'}</span>
            <Button size="sm" variant="ghost" onClick={leave} keys="Escape">Cancel</Button>
            <Button size="sm" off={isSaving ? 'Saving' : null} keys="Mod+Enter" onClick={() => void save()}>Save correction</Button>
          </>
        )}
      </div>
    </div>
  )
}
