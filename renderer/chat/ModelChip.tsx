import { Bot, ChevronDown, KeyRound, Plug } from 'lucide-react'
import { useState } from 'react'
import type { Forecast, OnceSettings } from '../../main/contract/chat.ts'
import type { Provider, Settings } from '../../main/contract/settings.ts'
import { Menu, MenuCheck, MenuChoice, MenuItem, MenuLabel, MenuLine } from '../components/Menu.tsx'
import { attempt } from '../faults/attempt.ts'
import { choose } from '../queries/chat.ts'
import { setOnce } from '../state/once.ts'
import { showSettings } from '../state/view.ts'
import { levelWords } from './configWords.ts'
import { modelName } from './modelWords.ts'
import { chipLook, OnceMark } from './OnceMark.tsx'
import type { Place } from './place.ts'

type Props = {
  readonly settings: Settings
  readonly forecast: Forecast
  readonly once: OnceSettings
  readonly place: Place
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
}

/** Which model answers, and the others to choose from: from now on, or for the next message alone. */
export function ModelChip({ settings, forecast, once, place, isOpen, onOpenChange }: Props) {
  const isOnce = once.model !== undefined
  const [isForNext, setForNext] = useState(false)
  const shown = modelName(forecast)
  const pick = (provider: string, model: string): void => {
    if (isForNext) return setOnce(place.tract, place.branch, { provider, model })
    setOnce(place.tract, place.branch, nothing)
    void attempt(() => choose({ model }, provider))
  }
  const leaveToTract = (): void => {
    setOnce(place.tract, place.branch, nothing)
    void attempt(() => choose({ model: null }))
  }
  const isLeft = !isOnce && forecast.lasting.model === undefined
  return (
    <>
      <Menu
        side="top"
        open={isOpen}
        onOpenChange={(open) => {
          if (open) setForNext(isOnce)
          onOpenChange(open)
        }}
        trigger={
          <button type="button" aria-label={`Model: ${shown}`} aria-description={isOnce ? 'for the next message alone' : undefined} title={whyModel(forecast)} className={chipLook(isOnce)}>
            <span className="truncate">{shown}</span>
            <ChevronDown size={12} className="shrink-0 opacity-55" />
          </button>
        }
      >
        <MenuCheck checked={isForNext} onChange={setForNext}>
          Just for the next message
        </MenuCheck>
        <MenuLine />
        {settings.providers.filter((one) => one.isReady).map((one) => (
          <div key={one.id} role="group" aria-label={one.name}>
            <MenuLabel>{one.name}</MenuLabel>
            <MenuChoice
              value={one.id === forecast.provider && !isLeft ? (forecast.config.values.model ?? '') : ''}
              onChange={(model) => pick(one.id, model)}
              options={one.models.map((model) => ({ value: model, label: one.kind === 'demo' ? 'Demo model' : model }))}
            />
          </div>
        ))}
        <MenuLine />
        <MenuChoice value={isLeft ? 'tract' : ''} onChange={leaveToTract} options={[{ value: 'tract', label: 'As the tract says', sub: isLeft ? shown : 'or the provider’s first' }]} />
        <MenuLine />
        {settings.providers.filter((one) => !one.isReady).map((one) => (
          <MenuItem key={one.id} icon={one.key.kind !== 'otherHost' && one.models.length === 0 ? Bot : KeyRound} sub={whyNotReady(one)} onSelect={() => showSettings('providers')}>
            {one.name}
          </MenuItem>
        ))}
        <MenuItem icon={Plug} onSelect={() => showSettings('providers')}>
          Connect a model…
        </MenuItem>
      </Menu>
      {isOnce && <OnceMark label="Use the usual model for the next message" onClear={() => setOnce(place.tract, place.branch, nothing)} />}
    </>
  )
}

const nothing: OnceSettings = { provider: undefined, model: undefined }

const whyModel = ({ config, client }: Forecast): string => `${client}; the model is set by ${levelWords[config.levels.model ?? 'client']}`

function whyNotReady({ key, models }: Provider): string {
  if (key.kind === 'otherHost') return 'its key is for another host'
  return models.length === 0 ? 'no model yet' : 'no key yet'
}
