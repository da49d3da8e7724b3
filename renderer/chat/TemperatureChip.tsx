import type { Settings } from '../../main/contract/settings.ts'
import { Select } from '../components/Select.tsx'
import { attempt } from '../faults/attempt.ts'
import { chooseTemperature } from '../queries/settings.ts'

const steps = [0, 0.2, 0.5, 0.7, 1, 1.5]

/** How freely the model chooses its words. The demo model has no such setting. */
export function TemperatureChip({ settings: { chat, providers } }: { readonly settings: Settings }) {
  if (providers.find(({ id }) => id === chat.provider)?.kind === 'demo') return null
  const value = chat.temperature === null ? 'default' : String(chat.temperature)
  const values = [...new Set([...steps, ...(chat.temperature === null ? [] : [chat.temperature])])].toSorted((a, b) => a - b)
  return (
    <Select
      label="Temperature"
      side="top"
      value={value}
      shown={chat.temperature === null ? 'T default' : `T ${chat.temperature}`}
      options={[{ value: 'default', label: 'T default', sub: 'the provider’s own' }, ...values.map((one) => ({ value: String(one), label: `T ${one}` }))]}
      onChange={(next) => void attempt(() => chooseTemperature(chat, next === 'default' ? null : Number(next)))}
    />
  )
}
