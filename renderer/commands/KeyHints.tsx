import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { Keys } from '../components/Keys.tsx'
import type { PaneName } from '../components/Pane.tsx'
import { settingsQuery } from '../queries/settings.ts'
import { useWaitingKeys } from '../state/waitingKeys.ts'
import { currentContext, onContextChange } from './context.ts'
import { keyHintsOf } from './keyHints.ts'

/** The most useful keys at the foot of a pane, lit while the keyboard is in it; and the first of two keys while the second is waited for. */
export function KeyHints({ pane }: { readonly pane: PaneName }) {
  const isOn = useQuery(settingsQuery()).data?.appearance.keyHints ?? false
  const waiting = useWaitingKeys((state) => state.keys)
  const context = useSyncExternalStore(onContextChange, () => currentContext())
  if (!isOn) return null
  const hints = keyHintsOf(pane, context)
  return (
    <footer aria-hidden="true" className="@container mt-auto shrink-0">
      <p className="flex h-7 flex-wrap items-center gap-x-3 overflow-hidden border-t border-subtle px-3.5 text-xs whitespace-nowrap text-muted opacity-0 press group-focus-within/pane:opacity-100 group-hover/pane:opacity-100 @max-[120px]:hidden">
        {waiting !== null && (
          <span className="inline-flex items-center gap-1.5">
            <Keys keys={waiting} /> and then …
          </span>
        )}
        {waiting === null && hints.length === 0 && (
          <span className="inline-flex items-center gap-1.25">
            <Keys keys="J K" />
            walk
          </span>
        )}
        {waiting === null &&
          hints.map(({ id, keys, word }) => (
            <span key={id} className="inline-flex h-7 shrink-0 items-center gap-1.25">
              <Keys keys={keys} />
              {word}
            </span>
          ))}
      </p>
    </footer>
  )
}
