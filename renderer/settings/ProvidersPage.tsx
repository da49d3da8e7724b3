import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Settings } from '../../main/contract/settings.ts'
import { Button } from '../components/Button.tsx'
import { Select } from '../components/Select.tsx'
import { attempt } from '../faults/attempt.ts'
import { chooseModel } from '../queries/settings.ts'
import { AddProviderForm } from './AddProviderForm.tsx'
import { FoundServers } from './FoundServers.tsx'
import { ProviderCard } from './ProviderCard.tsx'
import { SettingsGroup, SettingsPage, SettingsRow } from './SettingsPage.tsx'

export function ProvidersPage({ settings }: { readonly settings: Settings }) {
  const [isAdding, setAdding] = useState(false)
  return (
    <SettingsPage title="Providers and keys" lead="Where messages go. A key is sent to the host it was entered for and nowhere else; this window can write it but never read it.">
      <SettingsGroup>
        <SettingsRow label="Answers come from" help="Used for the next message; each answer notes what made it.">
          <ModelSelect settings={settings} />
        </SettingsRow>
      </SettingsGroup>
      <FoundServers />
      {settings.providers.map((provider) => (
        <ProviderCard key={provider.id} provider={provider} isUsed={settings.chat.provider === provider.id} />
      ))}
      {isAdding ? (
        <AddProviderForm onDone={() => setAdding(false)} />
      ) : (
        <div>
          <Button icon={Plus} onClick={() => setAdding(true)}>
            Add an OpenAI-compatible server
          </Button>
        </div>
      )}
    </SettingsPage>
  )
}

function ModelSelect({ settings }: { readonly settings: Settings }) {
  const all = settings.providers.flatMap(({ id, name, kind, models, isReady }) => models.map((model) => ({ provider: id, model, label: kind === 'demo' ? name : model, sub: kind === 'demo' ? 'offline' : isReady ? name : `${name}, no key yet` })))
  const value = JSON.stringify([settings.chat.provider, settings.chat.model])
  const used = settings.providers.find(({ id }) => id === settings.chat.provider)
  return (
    <Select
      look="framed"
      label="Model"
      value={value}
      shown={used?.kind === 'demo' ? used.name : `${settings.chat.model} · ${used?.name ?? settings.chat.provider}`}
      options={all.map(({ provider, model, label, sub }) => ({ value: JSON.stringify([provider, model]), label, sub }))}
      onChange={(chosen) => {
        const [provider, model] = JSON.parse(chosen) as [string, string]
        void attempt(() => chooseModel(provider, model))
      }}
    />
  )
}
