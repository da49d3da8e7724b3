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
import { KeyField } from './KeyField.tsx'
import { SavedField } from './SavedField.tsx'
import { readModels, usualAddress, whyNotAddress } from './providerInput.ts'

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
      <FieldRow label="Key" htmlFor={`${id}-key`}>
        <KeyField id={`${id}-key`} provider={provider} />
      </FieldRow>
      <FieldRow label="Address" htmlFor={`${id}-address`} help={provider.isBuiltIn ? 'Empty for the provider’s own. A key is only sent to the host it was entered for.' : 'With the path before /chat/completions, usually /v1.'}>
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
          whyNot={(typed) => (readModels(typed).length === 0 ? 'At least one model' : null)}
          onSave={(typed) => updateProvider(provider.id, { models: readModels(typed) })}
        />
      </FieldRow>
      <FieldRow label="Connection">
        <ConnectionCheck key={`${provider.baseUrl} ${JSON.stringify(provider.key)}`} provider={provider} />
      </FieldRow>
    </div>
  )
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
  return isBuiltIn ? Cloud : Server
}
