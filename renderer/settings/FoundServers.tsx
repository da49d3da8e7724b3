import { useQuery } from '@tanstack/react-query'
import { Server } from 'lucide-react'
import { useState } from 'react'
import type { FoundServer } from '../../main/contract/settings.ts'
import { Button } from '../components/Button.tsx'
import { attempt } from '../faults/attempt.ts'
import { foundQuery, takeFound } from '../queries/settings.ts'
import { showToast } from '../state/toasts.ts'
import { counted } from '../words/numbers.ts'

/** Model servers that answer on this machine and aren't in the list yet. Nothing is shown where there is none. */
export function FoundServers() {
  const { data, refetch } = useQuery(foundQuery())
  const fresh = (data ?? []).filter(({ provider }) => provider === null)
  if (fresh.length === 0) return null
  return (
    <section aria-label="Found on this machine" className="grid rounded-lg bg-sunken inset-ring inset-ring-line">
      {fresh.map((found) => (
        <Offer key={found.server} found={found} onTaken={() => void refetch()} />
      ))}
    </section>
  )
}

function Offer({ found: { server, name, baseUrl, models }, onTaken }: { readonly found: FoundServer; readonly onTaken: () => void }) {
  const [isSaving, setSaving] = useState(false)
  const use = async (): Promise<void> => {
    setSaving(true)
    const taken = await attempt(() => takeFound(server))
    setSaving(false)
    if (taken === undefined) return
    showToast({ tone: 'done', text: `Added ${name} with ${counted(models.length, 'model')}` })
    onTaken()
  }
  return (
    <div className="flex min-h-11 items-center gap-2.5 border-b border-subtle px-3.5 py-2 text-sm last:border-b-0">
      <Server size={15} className="text-muted" />
      <span className="min-w-0 grow">
        Found <b className="font-semibold">{name}</b> here: {models.length === 0 ? 'no model yet' : counted(models.length, 'model')}
        <span className="ml-2 font-mono text-xs text-muted">{baseUrl}</span>
      </span>
      <Button size="sm" off={models.length === 0 ? `Load a model in ${name} first` : isSaving ? 'Adding' : null} onClick={() => void use()}>
        Use it
      </Button>
    </div>
  )
}
