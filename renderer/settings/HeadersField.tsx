import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { Provider, ProviderHeader } from '../../main/contract/settings.ts'
import { Button } from '../components/Button.tsx'
import { TextField } from '../components/Field.tsx'
import { IconButton } from '../components/IconButton.tsx'
import { LinkButton } from '../components/LinkButton.tsx'
import { attempt } from '../faults/attempt.ts'
import { setHeader } from '../queries/settings.ts'
import { showToast } from '../state/toasts.ts'

/** Headers sent with every request to a provider: for gateways that ask for a team, a project, a token of their own. */
export function HeadersField({ provider }: { readonly provider: Provider }) {
  const [isAdding, setAdding] = useState(false)
  return (
    <div className="grid w-full gap-1.5">
      {provider.headers.length > 0 && (
        <ul aria-label={`Headers of ${provider.name}`} className="grid gap-1">
          {provider.headers.map((header) => (
            <HeaderLine key={header.name} provider={provider} header={header} />
          ))}
        </ul>
      )}
      {isAdding ? (
        <HeaderEntry provider={provider} onDone={() => setAdding(false)} />
      ) : (
        <span className="flex min-h-7 items-center">
          <LinkButton onClick={() => setAdding(true)}>{provider.headers.length === 0 ? 'add a header' : 'add another'}</LinkButton>
        </span>
      )}
    </div>
  )
}

function HeaderLine({ provider, header }: { readonly provider: Provider; readonly header: ProviderHeader }) {
  const remove = async (): Promise<void> => {
    const removed = await attempt(() => setHeader(provider.id, header.name, null))
    if (removed !== undefined) showToast({ tone: 'done', text: `Removed the header ${header.name}` })
  }
  return (
    <li className="flex min-h-7 items-center gap-2 font-mono text-xs">
      <span>{header.name}:</span>
      <span className="min-w-0 grow truncate text-muted">{header.kind === 'open' ? header.value : secretWords(header)}</span>
      <IconButton box={24} label={`Remove the header ${header.name}`} icon={X} onClick={() => void remove()} />
    </li>
  )
}

function secretWords({ status }: Extract<ProviderHeader, { kind: 'secret' }>): string {
  if (status.kind === 'kept') return `…${status.last4} (kept with the keys, for ${status.origin})`
  return status.kind === 'otherHost' ? `…${status.last4} was entered for ${status.origin}: it is not sent` : 'is gone: enter it again'
}

function HeaderEntry({ provider, onDone }: { readonly provider: Provider; readonly onDone: () => void }) {
  const [name, setName] = useState('')
  const [value, setValue] = useState('')
  const problem = name.trim() === '' ? 'It needs a name' : value.trim() === '' ? 'It needs a value' : null
  const save = async (): Promise<void> => {
    if (problem !== null) return
    const saved = await attempt(() => setHeader(provider.id, name.trim(), value.trim()))
    if (saved !== undefined) onDone()
  }
  return (
    <form
      aria-label={`A header for ${provider.name}`}
      className="grid gap-1.5"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onDone()
      }}
    >
      <div className="flex flex-wrap items-center gap-2">
        <TextField mono autoFocus aria-label="Name of the header" className="w-36" maxLength={100} placeholder="X-Team" value={name} onChange={(event) => setName(event.target.value)} />
        <TextField mono aria-label="Value of the header" className="min-w-32 grow" type={looksSecret(name) ? 'password' : 'text'} maxLength={2000} value={value} onChange={(event) => setValue(event.target.value)} />
        <Button type="submit" icon={Plus} off={problem}>
          Add
        </Button>
        <Button variant="ghost" onClick={onDone}>
          Cancel
        </Button>
      </div>
      <p className="text-xs text-muted">
        {looksSecret(name) ? 'Its name looks like a secret’s: the value is kept with the keys, sent to this host alone, and never shown again.' : 'Sent with every request, and shown here. A name such as X-Api-Token is kept like a key.'}
      </p>
    </form>
  )
}

/** As the host decides it, so that the field can say so before. */
const looksSecret = (name: string): boolean => /auth|cookie|credential|key|pass|secret|session|signature|token/i.test(name)
