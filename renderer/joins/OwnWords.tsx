import { Bot, RefreshCw } from 'lucide-react'
import { useId } from 'react'
import type { KeyboardEvent } from 'react'
import type { PendingConflict, Resolution } from '../../core/model/merge.ts'
import { Badge } from '../components/Badge.tsx'
import { Button } from '../components/Button.tsx'
import { LinkButton } from '../components/LinkButton.tsx'
import { Spinner } from '../components/Spinner.tsx'
import { dropTyped, typeForConflict, useConflictDraft, useTypedForConflict } from '../state/conflictDrafts.ts'
import type { ConflictDraft } from '../state/conflictDrafts.ts'
import { usd } from '../words/money.ts'
import { stopAsking, useIsAsking } from './askForDraft.ts'
import { decisionWords } from './conflictWords.ts'
import { ResultCount } from './ResultCount.tsx'

type Props = {
  readonly conflict: PendingConflict
  /** Names the draft of this conflict. */
  readonly draftKey: string
  readonly ours: string
  readonly theirs: string
  readonly onDecide: (resolution: Resolution) => void
  readonly onAsk: () => void
}

/** The words that shall stand there: what was decided, what a model proposed, or ours; to be changed. What one types stays, whatever a model says. */
export function OwnWords({ conflict, draftKey, ours, theirs, onDecide, onAsk }: Props) {
  const draft = useConflictDraft(draftKey)
  const typed = useTypedForConflict(draftKey)
  const text = typed ?? draft?.text ?? startOf(conflict)
  const label = useId()
  const accept = (): void => onDecide({ take: 'text', text })
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    if (text.trim() !== '') accept()
  }
  return (
    <>
      <div className="flex min-h-6 flex-wrap items-center gap-2">
        <h3 className="text-sm font-semibold">Result</h3>
        {conflict.resolution !== null && <Badge tone="success">decided: {decisionWords(conflict.resolution, ours, theirs)}</Badge>}
        {draft !== null && <DraftMark draft={draft} isChanged={text !== draft.text} onTake={() => dropTyped(draftKey)} />}
        <span className="grow" />
        <AskButton draftKey={draftKey} isAgain={draft !== null} onAsk={onAsk} />
      </div>
      <textarea
        id={label}
        aria-label="Result"
        rows={3}
        value={text}
        onChange={(event) => typeForConflict(draftKey, event.target.value)}
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

type MarkProps = { readonly draft: ConflictDraft; readonly isChanged: boolean; readonly onTake: () => void }

/** Whose words they are and what they cost; nothing is decided by them. */
const DraftMark = ({ draft: { model, costUsd }, isChanged, onTake }: MarkProps) => (
  <>
    <Badge tone="proposal" icon={Bot} tip="Words of a model. Nothing is decided until you use them.">draft by {model}</Badge>
    {costUsd !== null && <span className="num-plain text-muted">{usd(costUsd)}</span>}
    {isChanged && <LinkButton onClick={onTake}>take its words</LinkButton>}
  </>
)

function AskButton({ draftKey, isAgain, onAsk }: { readonly draftKey: string; readonly isAgain: boolean; readonly onAsk: () => void }) {
  const isAsking = useIsAsking(draftKey)
  if (!isAsking) return <Button size="sm" variant="ghost" icon={isAgain ? RefreshCw : Bot} onClick={onAsk}>{isAgain ? 'Ask the model again' : 'Ask the model'}</Button>
  return (
    <span role="status" className="inline-flex items-center gap-2 text-sm text-muted">
      <Spinner /> The model is writing
      <Button size="sm" onClick={() => stopAsking(draftKey)}>Stop</Button>
    </span>
  )
}

function startOf({ resolution, base, ours, theirs }: PendingConflict): string {
  if (resolution === null || resolution.take === 'both') return ours.text
  return resolution.take === 'text' ? resolution.text : { base, ours, theirs }[resolution.take].text
}
