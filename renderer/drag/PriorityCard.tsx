import { useQuery } from '@tanstack/react-query'
import { Eye, EyeOff, Pin } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useState } from 'react'
import type { Priority } from '../../core/model/content.ts'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { FaultCard } from '../faults/FaultCard.tsx'
import { faultOf } from '../faults/faultOf.ts'
import { annotatePreviewQuery } from '../queries/acts.ts'
import type { Current } from '../queries/useCurrent.ts'
import { askNoMore } from '../state/quietDrops.ts'
import { counted } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { AskNoMore } from './AskNoMore.tsx'
import { ContextFacts } from './ContextFacts.tsx'
import type { Intent, Spot } from './dragged.ts'
import { closeDrop } from './dragState.ts'
import { DropCard } from './DropCard.tsx'
import { apply } from './dropped.ts'

type Props = { readonly current: Current; readonly intent: Extract<Intent, { kind: 'annotate' }>; readonly at: Spot }

const icons: Record<Priority, LucideIcon> = { pinned: Pin, skip: EyeOff, normal: Eye }

/** What keeping, hiding or showing steps again would do to the context. */
export function PriorityCard({ current: { tract, overview }, intent, at }: Props) {
  const words = useWords()
  const [isQuiet, setQuiet] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const { branch, messages, priority } = intent
  const { data: effect, error } = useQuery(annotatePreviewQuery(tract, branch, messages, priority))
  const verb = { pinned: words.pin, skip: words.hide, normal: words.normal }[priority]
  const run = async (): Promise<void> => {
    setBusy(true)
    if (isQuiet) askNoMore(priority)
    await apply(intent)
    closeDrop()
  }
  return (
    <DropCard at={at} title={`${verb}: ${counted(messages.length, words.step, words.steps)}`} icon={icons[priority]} verb={verb} off={isBusy ? 'It is being done' : error !== null ? faultOf(error).message : null} onApply={() => void run()} more={<AskNoMore checked={isQuiet} onChange={setQuiet} />}>
      {error !== null && <FaultCard fault={faultOf(error)} />}
      {effect === undefined && error === null && <SkeletonRows count={1} label="It is being looked at" />}
      {effect && <ContextFacts before={effect.tokensBefore} after={effect.tokensAfter} budget={overview.status.budget} />}
    </DropCard>
  )
}
