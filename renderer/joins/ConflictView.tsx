import type { ReactNode } from 'react'
import type { TractOverview } from '../../main/contract/tracts.ts'
import type { PendingConflict, Resolution, SideState } from '../../core/model/merge.ts'
import { WordDiff } from '../chat/WordDiff.tsx'
import { Badge } from '../components/Badge.tsx'
import { Button } from '../components/Button.tsx'
import { LaneKey } from '../components/Chip.tsx'
import { laneColours } from '../components/laneColours.ts'
import { useWords } from '../words/words.ts'
import { conflictWords, canKeepBoth, decisionWords, isAboutText } from './conflictWords.ts'
import { OwnWords } from './OwnWords.tsx'

type Props = {
  readonly conflict: PendingConflict
  readonly ours: string
  readonly theirs: string
  readonly overview: TractOverview
  /** Names what a model proposes for it. */
  readonly draftKey: string
  readonly onDecide: (resolution: Resolution) => void
  readonly onAsk: () => void
}

/** One conflict: before the fork, ours and theirs side by side, and below what shall stand there. */
export function ConflictView({ conflict, draftKey, ours, theirs, overview, onDecide, onAsk }: Props) {
  const { base } = conflict
  const lanes = laneColours(overview.branches.map(({ name }) => name), ours)
  const side = (state: SideState): ReactNode => <SideText state={state} before={base.text} />
  return (
    <>
      <div className="grid grid-cols-3 border-b border-line max-[999px]:grid-cols-1">
        <Side name="Before the fork" state={base} action={<Button size="sm" onClick={() => onDecide({ take: 'base' })}>Use this</Button>}>
          <SideText state={base} before={base.text} />
        </Side>
        <Side name={ours} lane={0} state={conflict.ours} action={<Button size="sm" keys="1" onClick={() => onDecide({ take: 'ours' })}>{`Use ${ours}`}</Button>}>
          {side(conflict.ours)}
        </Side>
        <Side name={theirs} lane={lanes.get(theirs) ?? 1} state={conflict.theirs} action={<Button size="sm" keys="2" onClick={() => onDecide({ take: 'theirs' })}>{`Use ${theirs}`}</Button>}>
          {side(conflict.theirs)}
        </Side>
      </div>
      <div className="grid content-start gap-2.5 px-4.5 py-3.5">
        {isAboutText(conflict) ? (
          <OwnWords conflict={conflict} draftKey={draftKey} ours={ours} theirs={theirs} onDecide={onDecide} onAsk={onAsk} />
        ) : (
          <Choice conflict={conflict} ours={ours} theirs={theirs} onDecide={onDecide} />
        )}
      </div>
    </>
  )
}

/** Where no words can settle it. */
function Choice({ conflict, ours, theirs, onDecide }: Pick<Props, 'conflict' | 'ours' | 'theirs' | 'onDecide'>) {
  const words = useWords()
  const { resolution, kind } = conflict
  return (
    <>
      <h3 className="flex items-center gap-2 text-sm font-semibold">
        Result
        {resolution !== null && <Badge tone="success">decided: {decisionWords(resolution, ours, theirs)}</Badge>}
      </h3>
      <p className="flex items-center gap-3 text-sm text-soft">
        {conflictWords(kind, words)}. Choose above which side holds.
        {canKeepBoth(conflict) && <Button size="sm" onClick={() => onDecide({ take: 'both' })}>Keep both</Button>}
      </p>
    </>
  )
}

type SideProps = { readonly name: string; readonly lane?: number; readonly state: SideState; readonly action: ReactNode; readonly children: ReactNode }

function Side({ name, lane, state, action, children }: SideProps) {
  return (
    <section aria-label={name} className="grid content-start gap-2 border-l border-line px-4.5 py-3.5 first:border-l-0 max-[999px]:border-t max-[999px]:border-l-0 max-[999px]:first:border-t-0">
      <h3 className="flex items-center gap-1.5 text-sm font-semibold">
        {lane !== undefined && <LaneKey lane={lane} />}
        <span className="truncate">{name}</span>
        {state.priority !== 'normal' && <Badge tone={state.priority === 'pinned' ? 'pinned' : 'hidden'}>{state.priority === 'pinned' ? 'kept always' : 'hidden'}</Badge>}
      </h3>
      <div className="max-h-64 overflow-y-auto text-read select-text">{children}</div>
      <span>{action}</span>
    </section>
  )
}

/** The text with what this side changed; the summaries it has in force in place of the steps. */
function SideText({ state: { text, summaries, commit }, before }: { readonly state: SideState; readonly before: string }) {
  if (commit === null && summaries.length === 0) return <p className="text-sm text-muted">Not on this side.</p>
  if (summaries.length === 0) return <WordDiff before={before} after={text} />
  return (
    <div className="grid gap-2">
      {summaries.map((summary) => (
        <p key={summary.messageId} className="rounded-md bg-summary-soft px-2.5 py-2 whitespace-pre-wrap">
          <b className="text-summary">Σ </b>
          {summary.text}
        </p>
      ))}
    </div>
  )
}
