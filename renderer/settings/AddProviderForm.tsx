import { useState } from 'react'
import { Button } from '../components/Button.tsx'
import { FieldRow, TextField } from '../components/Field.tsx'
import { attempt } from '../faults/attempt.ts'
import { addProvider } from '../queries/settings.ts'
import { showToast } from '../state/toasts.ts'
import { whyNotAddress } from './providerInput.ts'

/** A server of one's own that speaks OpenAI's protocol: llama.cpp, LM Studio, vLLM, a gateway. */
export function AddProviderForm({ onDone }: { readonly onDone: () => void }) {
  const [name, setName] = useState('')
  const [baseUrl, setBaseUrl] = useState('')
  const [model, setModel] = useState('')
  const [isSaving, setSaving] = useState(false)
  const problem = name.trim() === '' ? 'It needs a name' : (whyNotAddress(baseUrl.trim()) ?? (model.trim() === '' ? 'It needs a model' : null))
  const save = async (): Promise<void> => {
    setSaving(true)
    const added = await attempt(() => addProvider(name.trim(), baseUrl.trim(), model.trim()))
    setSaving(false)
    if (added === undefined) return
    showToast({ tone: 'done', text: `Added ${name.trim()}` })
    onDone()
  }
  return (
    <form
      aria-label="Add a server"
      className="grid gap-3.5 rounded-lg p-3.5 inset-ring inset-ring-line"
      onSubmit={(event) => {
        event.preventDefault()
        if (problem === null && !isSaving) void save()
      }}
    >
      <FieldRow label="Name" htmlFor="new-provider-name">
        <TextField id="new-provider-name" autoFocus className="w-full" maxLength={60} value={name} onChange={(event) => setName(event.target.value)} placeholder="My server" />
      </FieldRow>
      <FieldRow label="Address" htmlFor="new-provider-address" problem={baseUrl === '' ? null : whyNotAddress(baseUrl.trim())} help="With the path before /chat/completions, usually /v1.">
        <TextField id="new-provider-address" mono className="w-full" value={baseUrl} onChange={(event) => setBaseUrl(event.target.value)} placeholder="http://127.0.0.1:8000/v1" />
      </FieldRow>
      <FieldRow label="Model" htmlFor="new-provider-model">
        <TextField id="new-provider-model" mono className="w-full" maxLength={200} value={model} onChange={(event) => setModel(event.target.value)} placeholder="llama3.2" />
      </FieldRow>
      <div className="flex items-center gap-2">
        <Button variant="ghost" onClick={onDone}>
          Cancel
        </Button>
        <span className="grow" />
        <Button type="submit" variant="primary" off={problem ?? (isSaving ? 'Saving' : null)}>
          Add server
        </Button>
      </div>
    </form>
  )
}
