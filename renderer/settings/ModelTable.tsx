import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { ModelRow, Provider } from '../../main/contract/settings.ts'
import { Button } from '../components/Button.tsx'
import { cx } from '../components/cx.ts'
import { TextField } from '../components/Field.tsx'
import { attempt } from '../faults/attempt.ts'
import { updateProvider } from '../queries/settings.ts'
import { showToast } from '../state/toasts.ts'
import { inLarge, ModelLine } from './ModelLine.tsx'
import { Table, Th } from './Table.tsx'

/** The models of one provider, the first being asked where nobody names one. */
export function ModelTable({ provider, rows }: { readonly provider: Provider; readonly rows: readonly ModelRow[] }) {
  const remove = (model: string): void => void keep(provider, provider.models.filter((one) => one !== model), `Took ${model} off the list`)
  const makeFirst = (model: string): void => void keep(provider, [model, ...provider.models.filter((one) => one !== model)], `${model} is asked first now`)
  return (
    <section aria-label={provider.name} className="grid gap-2">
      <h2 className="font-semibold">{provider.name}</h2>
      <Table label={`Models of ${provider.name}`} minWidth={610}>
        <thead>
          <tr>
            <Th>Model</Th>
            {['Context', 'Max output', 'Input', 'Cached', 'Output'].map((title) => (
              <Th key={title} className={cx('w-24 text-right!', title === 'Max output' && inLarge)}>
                {title}
              </Th>
            ))}
            <Th className="w-26">Price from</Th>
            <Th aria-label="Change" className="w-27" />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <ModelLine key={row.model} row={row} isFirst={at === 0} onRemove={rows.length === 1 ? null : () => remove(row.model)} onFirst={() => makeFirst(row.model)} />
          ))}
        </tbody>
      </Table>
      <AddModel provider={provider} />
    </section>
  )
}

async function keep(provider: Provider, models: readonly string[], words: string): Promise<void> {
  const saved = await attempt(() => updateProvider(provider.id, { models }))
  if (saved !== undefined) showToast({ tone: 'done', text: words, action: { label: 'Undo', run: () => void attempt(() => updateProvider(provider.id, { models: provider.models })) } })
}

function AddModel({ provider }: { readonly provider: Provider }) {
  const [typed, setTyped] = useState('')
  const model = typed.trim()
  const problem = model === '' ? 'Write the name of a model first' : provider.models.includes(model) ? 'It is in the list' : null
  return (
    <form
      aria-label={`Add a model of ${provider.name}`}
      className="flex items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (problem !== null) return
        void keep(provider, [...provider.models, model], `Added ${model}`)
        setTyped('')
      }}
    >
      <TextField mono aria-label={`Another model of ${provider.name}`} className="w-64" maxLength={200} placeholder="Another model" value={typed} onChange={(event) => setTyped(event.target.value)} />
      <Button type="submit" icon={Plus} off={problem}>
        Add
      </Button>
    </form>
  )
}
