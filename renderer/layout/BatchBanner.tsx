import { Layers } from 'lucide-react'
import { CommandButton } from '../commands/CommandButtons.tsx'
import { runCommand } from '../commands/registry.ts'
import { Strip } from '../components/Banner.tsx'
import { useCurrent } from '../queries/useCurrent.ts'
import { counted } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'

/** A batch is open: how much is in it, and the ways to end it. */
export function BatchBanner() {
  const words = useWords()
  const current = useCurrent()
  const acts = current?.overview.batch?.acts ?? null
  if (acts === null) return null
  return (
    <Strip
      tone="neutral"
      icon={Layers}
      action={
        <span className="flex gap-1.5" onKeyDown={(event) => event.key === 'Escape' && void runCommand('batch.cancel')}>
          <CommandButton id="batch.cancel" size="sm" variant="ghost">Cancel</CommandButton>
          <CommandButton id="batch.commit" size="sm" variant="primary">{words.endBatch}</CommandButton>
        </span>
      }
    >
      <b className="font-medium">Batch</b> {acts === 0 ? 'nothing in it yet: what you do from now on is undone together' : `${counted(acts, 'act')} so far, undone together once it is ${words.batchEnded}`}
    </Strip>
  )
}
