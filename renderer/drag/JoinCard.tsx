import { useQuery } from '@tanstack/react-query'
import { Check, GitMergeConflict, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { JoinAct, JoinPreview } from '../../main/contract/joins.ts'
import type { CommitHash } from '../../core/model/ids.ts'
import { Badge } from '../components/Badge.tsx'
import { LinkButton } from '../components/LinkButton.tsx'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { FaultCard } from '../faults/FaultCard.tsx'
import { faultOf } from '../faults/faultOf.ts'
import { doJoin } from '../joins/doJoin.ts'
import { JoinChanges } from '../joins/JoinChanges.tsx'
import { joinVerb } from '../joins/joinVerb.ts'
import { joinTitle, kindWords, whyNotJoin } from '../joins/joinWords.ts'
import { joinPreviewQuery } from '../queries/joins.ts'
import type { Current } from '../queries/useCurrent.ts'
import { openDialog } from '../state/view.ts'
import { counted } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { ContextFacts } from './ContextFacts.tsx'
import { readDragFacts } from './dragFacts.ts'
import type { Spot } from './dragged.ts'
import { closeDrop } from './dragState.ts'
import { CardFact, DropCard } from './DropCard.tsx'
import { leftBehind } from './onBranch.ts'

type Props = { readonly current: Current; readonly act: JoinAct; readonly at: Spot }

/** What copying, bringing in, redoing or moving an end would do on a branch, whichever is open. */
export function JoinCard({ current, act, at }: Props) {
  const words = useWords()
  const [isBusy, setBusy] = useState(false)
  const [isShown, setShown] = useState(false)
  const { data: preview, error } = useQuery(joinPreviewQuery(current.tract, current.branch, act))
  const off = isBusy ? 'It is being done' : error !== null ? faultOf(error).message : preview === undefined ? 'It is being looked at' : whyNotJoin(preview)
  const { verb, icon } = joinVerb(act, preview, words)
  const run = async (): Promise<void> => {
    setBusy(true)
    await doJoin(current, act)
    closeDrop()
  }
  const choices = (): void => {
    closeDrop()
    openDialog({ kind: 'join', act, branch: current.branch })
  }
  return (
    <DropCard at={at} title={joinTitle(act, current.branch, words)} icon={icon} badge={preview && <HowBadge preview={preview} />} verb={verb} off={off} onApply={() => void run()} more={<LinkButton onClick={choices}>More choices</LinkButton>}>
      {error !== null && <FaultCard fault={faultOf(error)} />}
      {preview === undefined && error === null && <SkeletonRows count={2} label="It is being looked at" />}
      {preview !== undefined && error === null && (
        <>
          <ContextFacts before={preview.effect.tokensBefore} after={preview.result.kind === 'conflict' ? null : preview.effect.tokensAfter} budget={current.overview.status.budget}>
            {act.kind === 'reset' ? <LeftBehind branch={current.branch} to={act.to as CommitHash} /> : <CardFact name="How">{kindWords(preview, words)}</CardFact>}
          </ContextFacts>
          <LinkButton className="justify-self-start" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
            {isShown ? 'Hide what changes' : `Show what changes in ${words.modelSees}`}
          </LinkButton>
          {isShown && <div className="-mx-3.5 max-h-56 overflow-y-auto border-y border-subtle"><JoinChanges effect={preview.effect} isOpen={preview.result.kind === 'conflict'} /></div>}
        </>
      )}
    </DropCard>
  )
}

function HowBadge({ preview: { kind, result } }: { readonly preview: JoinPreview }) {
  if (result.kind === 'conflict') {
    const count = 'pending' in result ? result.pending.conflicts.length : result.conflicts.length
    return <Badge tone="conflict" icon={GitMergeConflict}>needs {counted(count, 'decision')}</Badge>
  }
  if (result.kind === 'issues') return <Badge tone="warning" icon={TriangleAlert}>{counted(result.issues.length, 'question')}</Badge>
  if (kind === 'reset' || result.kind === 'upToDate') return null
  return <Badge tone="success" icon={Check}>no conflict</Badge>
}

/** What no branch leads to any more, once the end has moved. */
function LeftBehind({ branch, to }: { readonly branch: string; readonly to: CommitHash }) {
  const words = useWords()
  const facts = readDragFacts()
  const left = facts === null ? [] : leftBehind(facts, branch, to)
  return (
    <CardFact name="Left behind">
      {left.length === 0 ? (
        'nothing: other branches hold all of it'
      ) : (
        <span title={left.map(({ preview }) => preview).join('\n')}>
          <b className="font-medium text-warning">{counted(left.length, words.step, words.steps)}</b> that no branch leads to; undo brings {left.length === 1 ? 'it' : 'them'} back
        </span>
      )}
    </CardFact>
  )
}
