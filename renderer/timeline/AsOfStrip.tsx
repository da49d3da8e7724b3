import { History } from 'lucide-react'
import { useEffect } from 'react'
import { CommandButton, CommandIconButton } from '../commands/CommandButtons.tsx'
import { runCommand } from '../commands/registry.ts'
import { Strip } from '../components/Banner.tsx'
import { useCurrentTract } from '../queries/useCurrent.ts'
import { useAsOfFor } from '../state/asOf.ts'
import { dayAndClock } from '../words/times.ts'

/** While the panes show a moment of the past: which one, and the way back. */
export function AsOfStrip() {
  const asOf = useAsOfFor(useCurrentTract())
  const isOn = asOf !== null
  useEffect(() => {
    if (!isOn) return
    const onKey = (press: KeyboardEvent): void => {
      if (press.key === 'Escape' && !press.defaultPrevented && !isInOverlay(press.target)) void runCommand('timeline.now')
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [isOn])
  if (asOf === null) return null
  return (
    <Strip
      tone="warning"
      icon={History}
      action={
        <>
          <CommandIconButton id="timeline.back" box={24} />
          <CommandIconButton id="timeline.forward" box={24} />
          <CommandButton id="timeline.now" size="sm" keys="Escape">
            Back to now
          </CommandButton>
        </>
      }
    >
      As it was at <b className="font-medium">{whenWords(asOf.view.at)}</b>, operation {asOf.number} of {asOf.of}. Nothing can be written here.
    </Strip>
  )
}

/** Dialogs and menus have a use of their own for it. */
const isInOverlay = (target: EventTarget | null): boolean => target instanceof Element && target.closest('dialog, [role="menu"], [role="dialog"]') !== null

const whenWords = (at: number): string => dayAndClock(at, Date.now())
