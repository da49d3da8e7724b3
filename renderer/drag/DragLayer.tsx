import { useCurrent } from '../queries/useCurrent.ts'
import { assertNever } from '../state/assertNever.ts'
import type { Intent, Spot } from './dragged.ts'
import { DropMenu } from './DropMenu.tsx'
import { useDrag } from './dragState.ts'
import { FileDrop } from './FileDrop.tsx'
import { Ghost } from './Ghost.tsx'
import { JoinCard } from './JoinCard.tsx'
import { PriorityCard } from './PriorityCard.tsx'
import { QuoteCard } from './QuoteCard.tsx'
import { RestoreCard } from './RestoreCard.tsx'

/** What follows the pointer while something is dragged, and what comes up where it was dropped. */
export function DragLayer() {
  const drag = useDrag((state) => state.drag)
  const drop = useDrag((state) => state.drop)
  return (
    <>
      <FileDrop />
      {drag !== null && <Ghost {...drag} />}
      {drop?.kind === 'choices' && <DropMenu at={drop.at} choices={drop.meaning.choices} />}
      {drop?.kind === 'card' && <Card key={JSON.stringify(drop.intent)} intent={drop.intent} at={drop.at} />}
    </>
  )
}

function Card({ intent, at }: { readonly intent: Intent; readonly at: Spot }) {
  const current = useCurrent()
  if (current === null) return null
  switch (intent.kind) {
    case 'join':
      return <JoinCard current={{ ...current, branch: intent.branch }} act={intent.act} at={at} />
    case 'annotate':
      return <PriorityCard current={current} intent={intent} at={at} />
    case 'restore':
      return <RestoreCard current={current} intent={intent} at={at} />
    case 'quote':
      return <QuoteCard intent={intent} at={at} />
    case 'go':
    case 'compareBranches':
    case 'compareSteps':
    case 'choose':
      return null // done at once
    default:
      return assertNever(intent)
  }
}
