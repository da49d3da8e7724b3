import { Paperclip } from 'lucide-react'
import { useRef } from 'react'
import { IconButton } from '../components/IconButton.tsx'
import type { Place } from './place.ts'
import { takeFiles } from './takeFiles.ts'

/** Chooses text files for the next message. They can be dropped or pasted too. */
export function AttachButton({ place }: { readonly place: Place }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <IconButton label="Attach text files" tip="Attach text files; they can be dropped or pasted too" icon={Paperclip} box={24} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Text files to attach"
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])]
          currentTarget.value = '' // so that the same file can be chosen again
          void takeFiles(place, files)
        }}
      />
    </>
  )
}
