import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { LinkButton } from '../components/LinkButton.tsx'
import { faultOf } from '../faults/faultOf.ts'
import { forecastQuery } from '../queries/chat.ts'
import { settingsQuery } from '../queries/settings.ts'
import { openComposerMenu, useComposerMenu } from '../state/composerMenu.ts'
import { onceSent, useOnce } from '../state/once.ts'
import { AttachButton } from './AttachButton.tsx'
import { Estimate } from './Estimate.tsx'
import { ModelChip } from './ModelChip.tsx'
import type { Place } from './place.ts'
import { SettingsPopover } from './SettingsPopover.tsx'
import { TemperatureChip } from './TemperatureChip.tsx'

type Props = {
  readonly place: Place
  readonly isRule: boolean
  readonly draftTokens: number
  readonly isChoosingModel: boolean
  readonly onChoosingModel: (isOpen: boolean) => void
  /** Send, or Stop. */
  readonly children: ReactNode
}

/** Under the text: who answers and how, files, what sending takes, and the button that does it. */
export function ComposerFoot({ place, isRule, draftTokens, isChoosingModel, onChoosingModel, children }: Props) {
  const { tract, branch } = place
  const menu = useComposerMenu(({ open }) => open)
  const openModels = (isOpen: boolean): void => {
    onChoosingModel(isOpen)
    openComposerMenu(isOpen ? 'model' : null)
  }
  const once = useOnce(tract, branch)
  const { data: settings } = useQuery(settingsQuery())
  const { data: forecast, error } = useQuery(forecastQuery(tract, branch, once))
  const known = settings !== undefined && forecast !== undefined && !error ? { settings, forecast } : null
  return (
    <div className="@container mt-1 -ml-[7px] flex min-w-0 items-center gap-0.5">
      {known && <ModelChip {...known} once={once} place={place} isOpen={isChoosingModel || menu === 'model'} onOpenChange={openModels} />}
      {known && <TemperatureChip forecast={known.forecast} once={once} place={place} />}
      {known && !known.forecast.isDemo && <SettingsPopover forecast={known.forecast} once={once} place={place} />}
      {error && <NoForecast error={error} hasOnce={Object.keys(once).length > 0} onClear={() => onceSent(tract, branch)} />}
      {!isRule && <AttachButton place={place} />}
      <span className="grow" />
      {known && !isRule && <Estimate {...known} place={place} draftTokens={draftTokens} />}
      {children}
    </div>
  )
}

/** The settings can't be read as they stand, as when a provider that was chosen for the next message is gone. */
const NoForecast = ({ error, hasOnce, onClear }: { readonly error: Error; readonly hasOnce: boolean; readonly onClear: () => void }) => (
  <span role="alert" className="flex min-w-0 items-center gap-2 px-[7px] text-xs text-danger">
    <span className="truncate">{faultOf(error).message}</span>
    {hasOnce && <LinkButton onClick={onClear}>use the usual settings</LinkButton>}
  </span>
)
