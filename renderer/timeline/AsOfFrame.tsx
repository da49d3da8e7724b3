import { History } from 'lucide-react'
import { EmptyState } from '../components/EmptyState.tsx'
import { useCurrent, useCurrentTract } from '../queries/useCurrent.ts'
import { useAsOfFor } from '../state/asOf.ts'

/** Round all panes while they show a moment of the past; where there was nothing yet, it says so in their place. */
export function AsOfFrame() {
  const asOf = useAsOfFor(useCurrentTract())
  const current = useCurrent()
  if (asOf === null) return null
  return (
    <div data-as-of className="pointer-events-none absolute inset-0 z-(--z-drawer) inset-ring-2 inset-ring-warning-solid">
      {current !== null && current.at === null && (
        <div className="pointer-events-auto size-full bg-pane p-0.5">
          <EmptyState icon={History} title="There was nothing yet">
            At that moment the tract was there, and no message in it.
          </EmptyState>
        </div>
      )}
    </div>
  )
}
