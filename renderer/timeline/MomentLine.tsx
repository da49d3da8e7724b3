import { CommandIconButton } from '../commands/CommandButtons.tsx'
import { Keys } from '../components/Keys.tsx'
import { momentWords } from './TimelineAxis.tsx'
import type { TimelineEvent } from './timelineEvents.ts'

/** Which act the scrubber stands at, and the ways to the ones beside it. */
export const MomentLine = ({ events, at }: { readonly events: readonly TimelineEvent[]; readonly at: number }) => (
  <footer className="flex h-8 shrink-0 items-center gap-2 border-t border-subtle px-2.5 text-xs whitespace-nowrap text-muted">
    <CommandIconButton id="timeline.back" box={24} />
    <CommandIconButton id="timeline.forward" box={24} />
    <span role="status" className="min-w-0 grow truncate text-soft">
      {at === events.length - 1 ? 'Now: ' : ''}
      {momentWords(events, at)}
    </span>
    <span className="inline-flex items-center gap-1 max-[999px]:hidden">
      <Keys keys="," /> <Keys keys="." /> an act <Keys keys="Shift" /> a turn
    </span>
  </footer>
)
