import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import type { Forecast, OnceSettings } from '../../main/contract/chat.ts'
import { Menu, MenuCheck, MenuChoice, MenuLine } from '../components/Menu.tsx'
import { attempt } from '../faults/attempt.ts'
import { choose } from '../queries/chat.ts'
import { setOnce } from '../state/once.ts'
import { levelWords } from './configWords.ts'
import { chipLook, OnceMark } from './OnceMark.tsx'
import type { Place } from './place.ts'

const steps = [0, 0.2, 0.5, 0.7, 1, 1.5]
type Props = { readonly forecast: Forecast; readonly once: OnceSettings; readonly place: Place }

/** How freely the model chooses its words: from now on, or for the next message alone. The demo model has no such setting. */
export function TemperatureChip({ forecast, once, place: { tract, branch } }: Props) {
  const isOnce = once.temperature !== undefined
  const [isForNext, setForNext] = useState(false)
  if (forecast.isDemo) return null
  const { config, lasting, notSent } = forecast
  const used = config.values.temperature
  const shown = used === undefined ? 'T default' : `T ${used}`
  const chosen = once.temperature ?? lasting.temperature
  const values = [...new Set([...steps, ...(chosen === undefined ? [] : [chosen])])].toSorted((a, b) => a - b)
  const clear = (): void => setOnce(tract, branch, nothing)
  const pick = (value: string): void => {
    const temperature = value === 'default' ? null : Number(value)
    if (isForNext && temperature !== null) return setOnce(tract, branch, { temperature })
    clear()
    if (!isForNext) void attempt(() => choose({ temperature }))
  }
  return (
    <>
      <Menu
        side="top"
        onOpenChange={(open) => open && setForNext(isOnce)}
        trigger={
          <button type="button" aria-label={`Temperature: ${shown}`} aria-description={isOnce ? 'for the next message alone' : undefined} title={whyTemperature(forecast)} className={`${chipLook(isOnce)} shrink-0`}>
            <span className={notSent.includes('temperature') ? 'truncate line-through' : 'truncate'}>T<span className={used === undefined ? 'hidden @md:inline' : ''}> {used ?? 'default'}</span></span>
            <ChevronDown size={12} className="shrink-0 opacity-55" />
          </button>
        }
      >
        <MenuChoice
          value={chosen === undefined ? 'default' : String(chosen)}
          onChange={pick}
          options={[{ value: 'default', label: 'T default', sub: 'the tract’s, or the provider’s own' }, ...values.map((one) => ({ value: String(one), label: `T ${one}` }))]}
        />
        <MenuLine />
        <MenuCheck checked={isForNext} onChange={setForNext}>
          Just for the next message
        </MenuCheck>
      </Menu>
      {isOnce && <OnceMark label="Use the usual temperature for the next message" onClear={clear} />}
    </>
  )
}

const nothing: OnceSettings = { temperature: undefined }

function whyTemperature({ config, notSent, client }: Forecast): string {
  if (notSent.includes('temperature')) return `${client} takes no temperature: it is not sent`
  const level = config.levels.temperature
  return level === undefined ? 'Temperature: the provider’s own' : `Temperature, set by ${levelWords[level]}`
}
