import { Cloud, FlaskConical, Server, Trash2 } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { createElement, useState } from 'react'
import type { Provider } from '../../main/contract/settings.ts'
import { Badge } from '../components/Badge.tsx'
import { Button } from '../components/Button.tsx'
import { FieldRow } from '../components/Field.tsx'
import { attempt } from '../faults/attempt.ts'
import { removeProvider, updateProvider } from '../queries/settings.ts'
import { showToast } from '../state/toasts.ts'
import { ConnectionCheck } from './ConnectionCheck.tsx'
import { HeadersField } from './HeadersField.tsx'
import { KeyField } from './KeyField.tsx'
import { SavedField } from './SavedField.tsx'
import { readContext, readModels, usualAddress, whyNotAddress, whyNotContext } from './providerInput.ts'

/** One provider: key, address, models, and whether they work together. */
export function ProviderCard({ provider, isUsed }: { readonly provider: Provider; readonly isUsed: boolean }) {
  return (
    <section aria-label={provider.name} className="grid rounded-lg inset-ring inset-ring-line">
      <header className="flex min-h-11 items-center gap-2.5 border-b border-subtle px-3.5">
        {createElement(iconOf(provider), { size: 16, className: 'text-muted' })}
        <h2 className="font-semibold">{provider.name}</h2>
        {isUsed && <Badge tone="success">in use</Badge>}
        <span className="grow" />
        {!provider.isBuiltIn && <RemoveButton provider={provider} />}
      </header>
      {provider.kind === 'demo' ? (
        <p className="px-3.5 py-3 text-sm text-soft">
          Lives inside Tract Studio: answers offline, without a key, at no cost, and says which messages it was shown. Use it to try hiding, pinning, correcting and branching.
        </p>
      ) : (
        <ProviderFields provider={provider} />
      )}
    </section>
  )
}

function ProviderFields({ provider }: { readonly provider: Provider }) {
  const id = `provider-${provider.id}`
  return (
    <div className="grid gap-3.5 px-3.5 py-3.5">
      {provider.kind !== 'ollama' && (
        <FieldRow label="Key" htmlFor={`${id}-key`}>
          <KeyField id={`${id}-key`} provider={provider} />
        </FieldRow>
      )}
      <FieldRow label="Address" htmlFor={`${id}-address`} help={addressHelp(provider)}>
        <SavedField
          id={`${id}-address`}
          mono
          value={provider.baseUrl}
          placeholder={usualAddress(provider)}
          whyNot={(typed) => (typed === '' && provider.isBuiltIn ? null : whyNotAddress(typed))}
          onSave={(baseUrl) => updateProvider(provider.id, { baseUrl })}
        />
      </FieldRow>
      <FieldRow label="Models" htmlFor={`${id}-models`} help="Names with commas between, the usual one first.">
        <SavedField
          id={`${id}-models`}
          mono
          value={provider.models.join(', ')}
          placeholder={provider.kind === 'ollama' ? 'Check the connection to find those it has' : ''}
          whyNot={(typed) => (readModels(typed).length === 0 ? 'At least one model' : null)}
          onSave={(typed) => updateProvider(provider.id, { models: readModels(typed) })}
        />
      </FieldRow>
      {provider.kind === 'ollama' && (
        <FieldRow label="Context size" htmlFor={`${id}-context`} help="How many tokens Ollama is told to read, for every call. Empty for what each message needs, up to what the model takes.">
          <SavedField
            id={`${id}-context`}
            mono
            value={provider.contextTokens === null ? '' : String(provider.contextTokens)}
            placeholder="what is needed"
            whyNot={whyNotContext}
            onSave={(typed) => updateProvider(provider.id, { contextTokens: readContext(typed) })}
          />
        </FieldRow>
      )}
      <FieldRow label="Headers">
        <HeadersField provider={provider} />
      </FieldRow>
      <FieldRow label="Connection">
        <ConnectionCheck key={`${provider.baseUrl} ${JSON.stringify(provider.key)}`} provider={provider} />
      </FieldRow>
    </div>
  )
}

function addressHelp({ kind, isBuiltIn }: Provider): string {
  if (kind === 'ollama') return 'Empty for this machine. Nothing but your messages goes there: it needs no key.'
  return isBuiltIn ? 'Empty for the provider’s own. A key is only sent to the host it was entered for.' : 'With the path before /chat/completions, usually /v1.'
}

function RemoveButton({ provider }: { readonly provider: Provider }) {
  const [isSaving, setSaving] = useState(false)
  const remove = async (): Promise<void> => {
    setSaving(true)
    const removed = await attempt(() => removeProvider(provider.id))
    setSaving(false)
    if (removed !== undefined) showToast({ tone: 'done', text: `Removed ${provider.name} and its key` })
  }
  return (
    <Button size="sm" variant="ghost" icon={Trash2} tip="Takes it off the list and deletes its key" off={isSaving ? 'Removing' : null} onClick={() => void remove()}>
      Remove
    </Button>
  )
}

function iconOf({ kind, isBuiltIn }: Provider): LucideIcon {
  if (kind === 'demo') return FlaskConical
  if (kind === 'ollama') return Server
  return isBuiltIn ? Cloud : Server
}
