import type { OnceSettings } from '../../main/contract/chat.ts'
import { readSetting } from '../chat/readSetting.ts'

/** One way to ask, as it is filled in. */
export type Way = { readonly model: string; readonly temperature: string }
type Model = { readonly value: string; readonly provider: string; readonly model: string }

export const asSet: Way = { model: 'as-set', temperature: '' }

/** What is set for that answer alone; what isn't named stays as it is set. */
export function settingsOfWay({ model, temperature }: Way, models: readonly Model[]): OnceSettings {
  const chosen = models.find(({ value }) => value === model)
  const read = readSetting('temperature', temperature)
  return { ...(chosen && { provider: chosen.provider, model: chosen.model }), ...(read.kind === 'value' && typeof read.value === 'number' && { temperature: read.value }) }
}
