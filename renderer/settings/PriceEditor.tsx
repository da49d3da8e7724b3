import { useState } from 'react'
import type { ModelPrice } from '../../core/model/price.ts'
import type { ModelRow } from '../../main/contract/settings.ts'
import { Button } from '../components/Button.tsx'
import { TextField } from '../components/Field.tsx'
import { attempt } from '../faults/attempt.ts'
import { setPrice } from '../queries/settings.ts'
import { showToast } from '../state/toasts.ts'
import { priceFields, readPrice } from './readPrice.ts'
import type { PriceFields } from './readPrice.ts'
import { Td } from './Table.tsx'

/** The row of a model while its price is entered. Enter saves, Escape leaves it as it was. */
export function PriceEditor({ row, onDone }: { readonly row: ModelRow; readonly onDone: () => void }) {
  const [typed, setTyped] = useState<PriceFields>(() => priceFields(row.price))
  const read = readPrice(typed)
  const isComplete = typed.input.trim() !== '' && typed.output.trim() !== ''
  const save = async (price: ModelPrice | null): Promise<void> => {
    const before = row.from === 'own' ? row.price : null
    const saved = await attempt(() => setPrice(row.model, price))
    if (saved === undefined) return
    onDone()
    showToast({ tone: 'done', text: price === null ? `Took back the price of ${row.model}` : `Set the price of ${row.model}`, action: { label: 'Undo', run: () => void attempt(() => setPrice(row.model, before)) } })
  }
  const field = (name: keyof PriceFields, title: string) => (
    <label className="grid gap-1 text-xs text-muted">
      {title}
      <TextField mono autoFocus={name === 'input'} inputMode="decimal" className="w-22 text-right" placeholder={name === 'cached' ? 'as input' : '—'} value={typed[name]} onChange={(event) => setTyped({ ...typed, [name]: event.target.value })} onFocus={(event) => event.target.select()} />
    </label>
  )
  return (
    <tr>
      <Td colSpan={8} className="bg-sunken py-3!">
        <form
          aria-label={`Price of ${row.model}`}
          className="flex flex-wrap items-end gap-x-3 gap-y-2"
          onSubmit={(event) => {
            event.preventDefault()
            if (read.kind === 'price') void save(read.price)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.preventDefault()
            onDone()
          }}
        >
          <span className="pb-1.5 font-mono text-mono">{row.model}</span>
          {field('input', 'Input')}
          {field('cached', 'Cached input')}
          {field('output', 'Output')}
          <span className="hidden pb-1.5 text-xs text-muted wide:inline">$ per million tokens</span>
          {read.kind === 'problem' && isComplete && <span role="alert" className="order-last basis-full text-xs text-danger">{read.words}</span>}
          <span className="grow" />
          {row.from === 'own' && (
            <Button variant="ghost" onClick={() => void save(null)}>
              {row.tablePrice === null ? 'Forget it' : 'Back to the table'}
            </Button>
          )}
          <Button variant="ghost" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" off={read.kind === 'problem' ? read.words : null}>
            Save price
          </Button>
        </form>
      </Td>
    </tr>
  )
}
