import { useId, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { TractOverview } from '../../main/contract/tracts.ts'
import type { PendingConflict, Resolution, SideState } from '../../core/model/merge.ts'
import { WordDiff } from '../chat/WordDiff.tsx'
import { Badge } from '../components/Badge.tsx'
import { Button } from '../components/Button.tsx'
import { LaneKey } from '../components/Chip.tsx'
import { laneColours } from '../components/laneColours.ts'
import { conflictWords, canKeepBoth, decisionWords, isAboutText } from './conflictWords.ts'
import { ResultCount } from './ResultCount.tsx'

type Props = {
  readonly conflict: PendingConflict
  readonly ours: string
  readonly theirs: string
  readonly overview: TractOverview
  readonly onDecide: (resolution: Resolution) => void
}

/** One conflict: before the fork, ours and theirs side by side, and below what shall stand there. */
export function ConflictView({ conflict, ours, theirs, overview, onDecide }: Props) {
  const { base, resolution } = conflict
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
        <h3 className="flex items-center gap-2 text-sm font-semibold">
          Result
          {resolution !== null && <Badge tone="success">decided: {decisionWords(resolution, ours, theirs)}</Badge>}
        </h3>
        {isAboutText(conflict) ? (
          <OwnWords conflict={conflict} ours={ours} theirs={theirs} onDecide={onDecide} />
        ) : (
          <p className="flex items-center gap-3 text-sm text-soft">
            {conflictWords[conflict.kind]}. Choose above which side holds.
            {canKeepBoth(conflict) && <Button size="sm" onClick={() => onDecide({ take: 'both' })}>Keep both</Button>}
          </p>
        )}
      </div>
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

type OwnWordsProps = Pick<Props, 'conflict' | 'ours' | 'theirs' | 'onDecide'>

/** What was decided stands in the field, to be changed; before that, ours. */
function OwnWords({ conflict, ours, theirs, onDecide }: OwnWordsProps) {
  const [text, setText] = useState(() => startOf(conflict))
  const label = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const accept = (): void => onDecide({ take: 'text', text })
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    if (text.trim() !== '') accept()
  }
  return (
    <>
      <textarea
        ref={field}
        id={label}
        aria-label="Result"
        rows={3}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        className="field-sizing-content max-h-[30vh] min-h-16 w-full resize-none rounded-md bg-input px-3 py-2 text-read inset-ring inset-ring-field focus:field-focus outline-none"
      />
      <div className="flex items-center gap-4">
        <ResultCount text={text} ours={{ name: ours, text: conflict.ours.text }} theirs={{ name: theirs, text: conflict.theirs.text }} />
        <span className="grow" />
        <Button keys="Mod+Enter" off={text.trim() === '' ? 'Write something first' : null} onClick={accept}>
          Use these words
        </Button>
      </div>
    </>
  )
}

function startOf({ resolution, base, ours, theirs }: PendingConflict): string {
  if (resolution === null || resolution.take === 'both') return ours.text
  return resolution.take === 'text' ? resolution.text : { base, ours, theirs }[resolution.take].text
}
