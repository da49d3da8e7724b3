import { KeyRound, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { KeyStatus, Provider } from '../../main/contract/settings.ts'
import { Button } from '../components/Button.tsx'
import { TextField } from '../components/Field.tsx'
import { attempt } from '../faults/attempt.ts'
import { deleteKey, setKey } from '../queries/settings.ts'
import { showToast } from '../state/toasts.ts'

/** Takes a key and forgets it at once: the host keeps it, and tells only its last four characters. */
export function KeyField({ id, provider }: { readonly id: string; readonly provider: Provider }) {
  const [isReplacing, setReplacing] = useState(false)
  const { key } = provider
  if ((key.kind === 'kept' || key.kind === 'environment') && !isReplacing)
    return <KeptKey provider={provider} status={key} onReplace={() => setReplacing(true)} />
  return (
    <>
      {key.kind === 'otherHost' && (
        <p className="flex items-center gap-1.5 text-sm text-warning">
          <TriangleAlert size={14} /> The key …{key.last4} was entered for {key.origin}. It is not sent to this address: enter one for it.
        </p>
      )}
      <KeyEntry id={id} provider={provider} onDone={() => setReplacing(false)} canCancel={isReplacing} />
    </>
  )
}

type Kept = Extract<KeyStatus, { kind: 'kept' | 'environment' }>
const places = { keyring: 'in the system’s key store', file: 'in a file only you can read', session: 'until Tract Studio is closed' } as const

function KeptKey({ provider, status, onReplace }: { readonly provider: Provider; readonly status: Kept; readonly onReplace: () => void }) {
  const remove = async (): Promise<void> => {
    const removed = await attempt(() => deleteKey(provider.id))
    if (removed !== undefined) showToast({ tone: 'done', text: `Deleted the key of ${provider.name}` })
  }
  return (
    <div className="grid gap-1">
      <div className="flex min-h-7 flex-wrap items-center gap-2">
        <span className="inline-flex items-center gap-1.5 font-mono text-xs">
          <KeyRound size={14} className="text-muted" />
          …{status.last4}
        </span>
        <span className="text-sm text-muted">for {status.origin}</span>
        <span className="grow" />
        {status.kind === 'kept' && (
          <>
            <Button size="sm" onClick={onReplace}>
              Replace
            </Button>
            <Button size="sm" variant="ghost" onClick={() => void remove()}>
              Delete
            </Button>
          </>
        )}
      </div>
      <p className="text-xs text-muted">{status.kind === 'environment' ? `From the environment variable ${status.variable}; it can’t be changed here.` : `Kept ${places[status.where]}.`}</p>
    </div>
  )
}

function KeyEntry({ id, provider, onDone, canCancel }: { readonly id: string; readonly provider: Provider; readonly onDone: () => void; readonly canCancel: boolean }) {
  const [typed, setTyped] = useState('')
  const [isSaving, setSaving] = useState(false)
  const isEmpty = typed.trim() === ''
  const save = async (): Promise<void> => {
    setSaving(true)
    const saved = await attempt(() => setKey(provider.id, typed.trim()))
    setSaving(false)
    if (saved === undefined) return
    setTyped('')
    showToast({ tone: 'done', text: `Saved the key of ${provider.name}` })
    onDone()
  }
  return (
    <form
      className="flex w-full items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isEmpty && !isSaving) void save()
      }}
    >
      <TextField
        id={id}
        type="password"
        mono
        className="grow"
        autoFocus={canCancel}
        autoComplete="off"
        placeholder={provider.isBuiltIn ? 'Paste the key' : 'Only if the server asks for one'}
        maxLength={500}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" off={isEmpty ? 'Paste a key first' : isSaving ? 'Saving' : null}>
        Save key
      </Button>
      {canCancel && (
        <Button variant="ghost" onClick={onDone}>
          Cancel
        </Button>
      )}
    </form>
  )
}
