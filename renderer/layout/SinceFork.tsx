import { useMemo } from 'react'
import { Tooltip } from '../components/Tooltip.tsx'
import { sinceFork } from '../graph/sinceFork.ts'
import { useGraphSteps } from '../graph/useGraphSteps.ts'
import type { Current } from '../queries/useCurrent.ts'
import { counted, spaced } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'

/** How far the open branch has gone on its own. */
export function SinceFork({ current }: { readonly current: Current }) {
  const words = useWords()
  const { steps } = useGraphSteps(current)
  const count = useMemo(() => sinceFork(steps), [steps])
  if (count === null || current.at !== null) return null
  return (
    <Tooltip label={`${counted(count, words.step, words.steps)} since another branch left ${current.branch}`}>
      <span className="hidden truncate text-xs whitespace-nowrap text-muted @sm:inline">+{spaced(count)} since fork</span>
    </Tooltip>
  )
}
