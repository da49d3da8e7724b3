import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Role } from '../../core/model/content.ts'
import { Button } from '../components/Button.tsx'
import { LinkButton } from '../components/LinkButton.tsx'
import type { EditInto } from '../state/selection.ts'

type Props = {
  /** As it stands. */
  readonly text: string
  /** As it is being written. */
  readonly words: string
  readonly role: Role
  /** What Save does; the other way stays one click away. */
  readonly into: EditInto
  readonly branch: string
  readonly onWords: (words: string) => void
  /** Resolves to false when it could not be saved: what was typed stays. */
  readonly onSave: (into: EditInto) => Promise<boolean>
  readonly onLeave: () => void
}

/** A message being corrected where it stands, or for a branch of its own. Leaving with changes asks once. */
export function EditBox({ text, words, role, into, branch, onWords, onSave, onLeave }: Props) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [asks, setAsks] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const [goes, setGoes] = useState(into)
  const isDirty = words !== text
  useEffect(() => {
    field.current?.focus()
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length)
  }, [])
  const leave = (): void => (isDirty && !asks ? setAsks(true) : onLeave())
  const save = async (): Promise<void> => {
    if (isSaving) return
    if (!isDirty) return onLeave()
    setSaving(true)
    if (await onSave(goes)) onLeave()
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
          onWords(event.target.value)
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
            <p className="min-w-48 flex-1 text-xs text-muted">
              {whatHappens(goes, role, branch)} <LinkButton onClick={() => setGoes(goes === 'place' ? 'branch' : 'place')}>{goes === 'place' ? 'or on a new branch' : 'or correct in place'}</LinkButton>
            </p>
            <Button size="sm" variant="ghost" onClick={leave} keys="Escape">Cancel</Button>
            <Button size="sm" off={isSaving ? 'Saving' : null} keys="Mod+Enter" onClick={() => void save()}>{goes === 'place' ? 'Save correction' : role === 'user' ? 'Ask on a new branch' : 'Start branch'}</Button>
          </>
        )}
      </div>
    </div>
  )
}

function whatHappens(goes: EditInto, role: Role, branch: string): string {
  if (goes === 'branch') return role === 'user' ? `Asks this on a new branch; ${branch} stays as it is,` : `Starts a branch that says this; ${branch} stays as it is,`
  return role === 'assistant' ? 'Correct in place (the model will believe it said this)' : 'The earlier version stays in history,'
}
