import { useId } from 'react'
import { TextField } from './Field.tsx'

type Props = { /** What has to be typed. */ readonly phrase: string; readonly typed: string; readonly onChange: (typed: string) => void }

/** A field in which a few words are typed before something is done that can't be undone. */
export function TypedConfirm({ phrase, typed, onChange }: Props) {
  const id = useId()
  return (
    <div className="grid gap-1.5 text-sm">
      <label htmlFor={id} className="text-soft">
        Type <b className="rounded-xs bg-active px-1 py-px font-semibold text-ink select-text">{phrase}</b> to go on
      </label>
      <TextField id={id} className="w-full" value={typed} placeholder={phrase} onChange={(event) => onChange(event.target.value)} />
    </div>
  )
}

/** Whether the words are there, however they are spaced and written. */
export const isConfirmed = (phrase: string, typed: string): boolean => plain(typed) === plain(phrase)

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, '')
