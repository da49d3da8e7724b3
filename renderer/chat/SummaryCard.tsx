import { useQuery } from '@tanstack/react-query'
import { ArrowRight, Sigma } from 'lucide-react'
import type { ReactNode } from 'react'
import type { TranscriptMessage } from '../../core/model/context.ts'
import type { MessageId } from '../../core/model/ids.ts'
import { useCommand } from '../commands/useCommand.ts'
import { cx } from '../components/cx.ts'
import { LinkButton } from '../components/LinkButton.tsx'
import { Num } from '../components/Num.tsx'
import { transcriptQuery } from '../queries/history.ts'
import { useSummaryDiffs } from '../state/summaryDiffs.ts'
import { textOf } from '../words/contents.ts'
import { counted } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { whenWords } from './answerFacts.ts'
import { chosenLook } from './chosenLook.ts'
import { focusBar } from './focusBar.ts'
import { Markdown } from './Markdown.tsx'
import type { Place } from './place.ts'
import { WordDiff } from './WordDiff.tsx'

type Props = {
  readonly message: TranscriptMessage
  /** The steps it stands for. */
  readonly of: readonly MessageId[]
  readonly place: Place
  readonly isFocused: boolean
  readonly isChosen: boolean
  readonly actions: ReactNode
}

/** A summary that stands for steps: what it took the place of, what that saved, and the way back. */
export function SummaryCard({ message, of, place, isFocused, isChosen, actions }: Props) {
  const isCompared = useSummaryDiffs(({ shown }) => shown.has(message.messageId))
  const words = useWords()
  const replaced = useReplaced(place, of)
  const before = replaced?.reduce((sum, { tokens }) => sum + tokens, 0) ?? null
  return (
    <div data-summary className={cx('group/card relative rounded-lg bg-summary-soft px-3.5 pt-2.5 pb-3 text-read inset-ring inset-ring-summary-line', isFocused && focusBar, isChosen && chosenLook)}>
      <div className="flex min-h-6 flex-wrap items-center gap-x-2 text-sm">
        <Sigma size={14} className="text-summary" />
        <b className="font-semibold text-summary">{counted(of.length, words.step, words.steps)} → summary</b>
        {before !== null && (
          <span className="inline-flex items-center gap-1 text-xs text-soft">
            <Num value={before} prefix="~" /> <ArrowRight size={12} className="text-muted" /> <Num value={message.tokens} prefix="~" />
          </span>
        )}
        <span className="text-xs text-muted">
          {message.author.kind === 'user' ? 'by you' : `by ${message.author.id}`} {whenWords(message.createdAt)}
        </span>
        <span className="grow" />
        <Ways summary={message.messageId} isCompared={isCompared} canCompare={replaced !== null} />
      </div>
      {actions}
      <div className="mt-1">{isCompared && replaced !== null ? <WordDiff before={replaced.map(({ content }) => textOf(content)).join('\n\n')} after={textOf(message.content)} /> : <Markdown text={textOf(message.content)} />}</div>
    </div>
  )
}

type WaysProps = { readonly summary: MessageId; readonly isCompared: boolean; readonly canCompare: boolean }

function Ways({ summary, isCompared, canCompare }: WaysProps) {
  const expand = useCommand('summary.expand', summary)
  const diff = useCommand('summary.diff', summary)
  const again = useCommand('summary.again', summary)
  const undo = useCommand('summary.undo', summary)
  return (
    <span className="inline-flex items-center gap-2.5">
      <LinkButton title="Shows the steps again and takes the summary out  →" onClick={expand.run}>expand</LinkButton>
      {canCompare && <LinkButton aria-pressed={isCompared} title={`${diff.title}  D`} onClick={diff.run}>{isCompared ? 'summary' : 'diff'}</LinkButton>}
      {again.off === null && <LinkButton title="Writes it once more from the same steps, longer, shorter or otherwise" onClick={again.run}>redo</LinkButton>}
      {undo.off === null && <LinkButton title={`${undo.title}  U`} onClick={undo.run}>undo</LinkButton>}
    </span>
  )
}

/** The steps themselves; null while not all of them are loaded. */
function useReplaced({ tract, branch }: Place, of: readonly MessageId[]): readonly TranscriptMessage[] | null {
  const { data } = useQuery(transcriptQuery(tract, branch))
  const wanted = new Set(of)
  const found = data?.items.filter(({ messageId }) => wanted.has(messageId)) ?? []
  return found.length === of.length ? found : null
}
