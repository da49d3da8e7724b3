import { useQuery } from '@tanstack/react-query'
import { UnfoldVertical } from 'lucide-react'
import { useState } from 'react'
import { freeName, whyNotBranchName } from '../commands/branchNames.ts'
import { offerUndo } from '../commands/undoLast.ts'
import { TextField } from '../components/Field.tsx'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { attempt } from '../faults/attempt.ts'
import { FaultCard } from '../faults/FaultCard.tsx'
import { faultOf } from '../faults/faultOf.ts'
import { expandOnBranch, expandPreviewQuery } from '../queries/acts.ts'
import type { Current } from '../queries/useCurrent.ts'
import { counted } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { ContextFacts } from './ContextFacts.tsx'
import type { Intent, Spot } from './dragged.ts'
import { closeDrop } from './dragState.ts'
import { DropCard } from './DropCard.tsx'

type Props = { readonly current: Current; readonly intent: Extract<Intent, { kind: 'restore' }>; readonly at: Spot }

/** What a summary stands for, shown again on a branch of its own: the branch it is on keeps it. */
export function RestoreCard({ current: { tract, overview }, intent: { branch, summary, count }, at }: Props) {
  const words = useWords()
  const taken = overview.branches.map((each) => each.name)
  const [name, setName] = useState(() => freeName(taken, `${branch}-originals`))
  const [isBusy, setBusy] = useState(false)
  const { data: effect, error } = useQuery(expandPreviewQuery(tract, branch, summary))
  const steps = counted(count, words.step, words.steps)
  const problem = whyNotBranchName(name, taken)
  const run = async (): Promise<void> => {
    setBusy(true)
    const made = await attempt(() => expandOnBranch(tract, branch, summary, name))
    setBusy(false)
    if (made === undefined) return
    closeDrop()
    await offerUndo(tract, `Shown again on ${name}: ${steps}`)
  }
  return (
    <DropCard at={at} title={`Show ${steps} again on a new branch`} icon={UnfoldVertical} verb="Start the branch" off={isBusy ? 'It is being done' : error !== null ? faultOf(error).message : problem} onApply={() => void run()}>
      {error !== null && <FaultCard fault={faultOf(error)} />}
      <p className="text-soft">
        The new branch goes on from the end of {branch}, with the {words.steps} in place of their summary. {branch} stays as it is.
      </p>
      <TextField aria-label="Name of the branch" maxLength={200} value={name} onChange={(event) => setName(event.target.value)} problem={problem} />
      {effect === undefined && error === null && <SkeletonRows count={1} label="It is being looked at" />}
      {effect && <ContextFacts before={effect.tokensBefore} after={effect.tokensAfter} budget={overview.status.budget} />}
    </DropCard>
  )
}
