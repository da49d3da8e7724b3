import { Copy, FolderOpen } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '../components/Button.tsx'
import { FormDialog } from '../components/FormDialog.tsx'
import { attempt } from '../faults/attempt.ts'
import { showToast } from '../state/toasts.ts'

export type JsonReading<T> = { readonly kind: 'problem'; readonly problem: string } | { readonly kind: 'read'; /** What would be taken over. */ readonly words: string; readonly value: T }
type Props<T> = {
  readonly title: string
  readonly lead: string
  /** What it is now. */
  readonly first: string
  readonly verb: string
  readonly read: (text: string) => JsonReading<T>
  /** Resolves to false when it could not be done: the text stays. */
  readonly onUse: (value: T) => Promise<boolean>
  readonly onClose: () => void
}

/** Something of the settings as a text, to copy out and to take in. What can't be read is told and changes nothing. */
export function JsonDialog<T>({ title, lead, first, verb, read, onUse, onClose }: Props<T>) {
  const [text, setText] = useState(first)
  const file = useRef<HTMLInputElement>(null)
  const reading = read(text)
  const problem = reading.kind === 'problem' ? reading.problem : null
  const copy = async (): Promise<void> => {
    if (await attempt(() => navigator.clipboard.writeText(text).then(() => true))) showToast({ tone: 'done', text: 'Copied' })
  }
  const open = async (chosen: File | undefined): Promise<void> => {
    const words = chosen === undefined ? undefined : await attempt(() => chosen.text())
    if (words !== undefined) setText(words)
  }
  const use = async (): Promise<void> => {
    if (reading.kind === 'read' && (await onUse(reading.value))) onClose()
  }
  return (
    <FormDialog title={title} width={620} verb={verb} off={problem ?? (text === first ? 'It is so already' : null)} onSubmit={use} onClose={onClose}>
      <p className="text-sm text-soft">{lead}</p>
      <textarea
        data-first
        rows={12}
        aria-label="JSON"
        aria-invalid={problem !== null || undefined}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className={`w-full resize-y rounded-md bg-input px-2.5 py-2 font-mono text-xs press focus:field-focus ${problem === null ? 'field-ring' : 'field-bad'}`}
      />
      <div className="flex min-h-6 flex-wrap items-center gap-2 text-xs">
        {reading.kind === 'read' ? <p className="min-w-0 grow text-muted">{reading.words}</p> : <p role="alert" className="min-w-0 grow text-danger">{problem}</p>}
        <Button size="sm" icon={Copy} onClick={() => void copy()}>
          Copy
        </Button>
        <Button size="sm" icon={FolderOpen} onClick={() => file.current?.click()}>
          Open file…
        </Button>
        <input
          ref={file}
          type="file"
          hidden
          aria-label="JSON file"
          accept=".json,application/json,text/plain"
          onChange={(event) => {
            void open(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </div>
    </FormDialog>
  )
}
