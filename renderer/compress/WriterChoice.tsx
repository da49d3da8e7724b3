import { useQuery } from '@tanstack/react-query'
import { Bot, SlidersHorizontal } from 'lucide-react'
import { Button } from '../components/Button.tsx'
import { Popover } from '../components/Popover.tsx'
import { Select } from '../components/Select.tsx'
import { settingsQuery } from '../queries/settings.ts'
import { spaced } from '../words/numbers.ts'
import type { Asking } from './compressActs.ts'

type Props = { readonly asking: Asking; readonly onChange: (asking: Asking) => void }

/** How long, by whom, and with what instructions. */
export function WriterChoice({ asking, onChange }: Props) {
  const { data: settings } = useQuery(settingsQuery())
  const { wish, writer } = asking
  const { targetTokens: _t, ...unlimited } = wish
  const models = settings?.providers.filter(({ isReady }) => isReady).flatMap(({ id, name, models: own }) => own.map((model) => ({ value: JSON.stringify([id, model]), label: model === 'demo' ? 'Demo model' : model, sub: model === 'demo' ? 'offline' : name }))) ?? []
  const target = String(wish.targetTokens ?? '')
  return (
    <span className="flex items-center gap-2">
      <span className="text-sm text-muted max-[999px]:hidden">Target</span>
      <Select
        label="Target"
        look="framed"
        value={target === '' ? 'auto' : target}
        shown={target === '' ? 'a fifth' : `${spaced(Number(target))} tokens`}
        options={[{ value: 'auto', label: 'A fifth of the originals' }, ...targets.map((tokens) => ({ value: String(tokens), label: `${spaced(tokens)} tokens` }))]}
        onChange={(value) => onChange({ writer, wish: value === 'auto' ? unlimited : { ...wish, targetTokens: Number(value) } })}
      />
      <Select
        label="Model"
        look="framed"
        icon={Bot}
        value={writer === null ? 'set' : JSON.stringify([writer.provider, writer.model])}
        options={[{ value: 'set', label: 'As set', sub: 'for summaries, in Settings' }, ...models]}
        onChange={(value) => onChange({ wish, writer: value === 'set' ? null : readModel(value) })}
      />
      <Popover label="Instructions" align="end" trigger={<Button icon={SlidersHorizontal} aria-label="Instructions">{wish.instructions === undefined || wish.instructions === '' ? undefined : 'told'}</Button>}>
        <div className="grid gap-2.5">
          <label className="grid gap-1 text-sm">
            Instructions for the model
            <textarea rows={3} value={wish.instructions ?? ''} placeholder="What to keep, leave out, or how to write" onChange={(event) => onChange({ writer, wish: { ...wish, instructions: event.target.value } })} className="w-full resize-none rounded-md bg-input px-2.5 py-2 text-sm inset-ring inset-ring-field outline-none focus:field-focus" />
          </label>
          <div className="flex flex-wrap gap-1.5">
            {presets.map((preset) => <Button key={preset} size="sm" onClick={() => onChange({ writer, wish: { ...wish, instructions: preset } })}>{preset}</Button>)}
          </div>
        </div>
      </Popover>
    </span>
  )
}

const targets = [100, 250, 500, 1000, 2000, 4000]
const presets = ['Keep all numbers and names', 'Decisions and open questions only', 'As a list']

function readModel(value: string): Asking['writer'] {
  const [provider, model] = JSON.parse(value) as [string, string]
  return { provider, model }
}
