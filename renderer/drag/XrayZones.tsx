import { Eye, EyeOff, Pin } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { Priority } from '../../core/model/content.ts'
import { useWords } from '../words/words.ts'
import { isDraggingSteps, useDrag } from './dragState.ts'

/** Over the X-ray while steps are dragged: keep always above, back to normal between, hide below. */
export function XrayZones() {
  const words = useWords()
  const isOn = useDrag(isDraggingSteps)
  if (!isOn) return null
  return (
    <div aria-hidden="true" className="absolute inset-x-0 top-(--pane-head-h) bottom-0 z-(--z-sticky) grid grid-rows-[80px_minmax(0,1fr)_96px] gap-1.5 bg-sunken/70 p-1.5">
      <Zone priority="pinned" icon={Pin} words={words.pin} />
      <Zone priority="normal" icon={Eye} words={words.normal} />
      <Zone priority="skip" icon={EyeOff} words={words.hide} />
    </div>
  )
}

const Zone = ({ priority, icon: Icon, words }: { readonly priority: Priority; readonly icon: LucideIcon; readonly words: string }) => (
  <div data-drop={`zone:${priority}`} className="grid place-items-center rounded-md inset-ring inset-ring-line">
    <span className="inline-flex items-center gap-1.5 text-sm font-medium text-soft">
      <Icon size={13} />
      {words}
    </span>
  </div>
)
