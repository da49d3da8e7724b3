import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { MessageId, TractId } from '../../core/model/ids.ts'
import type { PendingMerge } from '../../core/model/merge.ts'
import { Markdown, PlainText } from '../chat/Markdown.tsx'
import { WordDiff } from '../chat/WordDiff.tsx'
import { CommandButton } from '../commands/CommandButtons.tsx'
import { takeBack } from '../commands/queueCommands.ts'
import { Button } from '../components/Button.tsx'
import { FaultCard } from '../faults/FaultCard.tsx'
import { decisionWords } from '../joins/conflictWords.ts'
import { transcriptQuery } from '../queries/history.ts'
import { assertNever } from '../state/assertNever.ts'
import { textOf } from '../words/contents.ts'
import { counted } from '../words/numbers.ts'
import { dayAndClock } from '../words/times.ts'
import { ProposalBody } from './ProposalBody.tsx'
import { verdicts } from './reviewItems.ts'
import type { ReviewItem } from './reviewItems.ts'

type Props = { readonly tract: TractId; readonly item: ReviewItem }

/** What waits, in full: what it is about, what would become of it, and what can be done. */
export function ReviewDetail({ tract, item }: Props) {
  return (
    <section aria-label="The chosen one" className="flex min-h-0 flex-col">
      <div className="grid min-h-0 grow content-start gap-3 overflow-y-auto px-4.5 py-3.5 text-sm">
        <Body tract={tract} item={item} />
      </div>
      <footer className="flex shrink-0 flex-wrap items-center gap-2 border-t border-subtle bg-app px-4.5 py-2">
        <CommandButton id="review.refuse" variant="ghost" keys="R">{verdicts[item.kind].refuse}</CommandButton>
        <CommandButton id="review.show" variant="ghost" keys="Enter" />
        <span className="grow" />
        <OtherWays item={item} />
        <CommandButton id="review.accept" variant="primary" keys="A">{verdicts[item.kind].accept}</CommandButton>
      </footer>
    </section>
  )
}

function Body({ tract, item }: Props) {
  switch (item.kind) {
    case 'merge':
      return <Merge merge={item.merge} />
    case 'summary':
      return item.draft.runs.map((run, nth) => (
        <Part key={nth} name={`${item.draft.runs.length > 1 ? `Summary ${nth + 1}: ` : ''}${counted(run.originals.length, 'step')}, ${run.originalTokens} → ${run.summaryTokens} tokens`}>
          <div className="text-read"><PlainText text={run.summary} /></div>
        </Part>
      ))
    case 'proposal':
      return <ProposalBody proposal={item.proposal} />
    case 'partial':
      return (
        <>
          <Question tract={tract} branch={item.branch} message={item.partial.respondsTo} />
          <Part name={`What came of the answer, ${whenWords(item.partial.at)}`}>
            <div className="partial-edge pl-[13px] text-read"><Markdown text={item.partial.text} /></div>
          </Part>
        </>
      )
    case 'failed':
      return (
        <>
          <Question tract={tract} branch={item.branch} message={item.failed.respondsTo} />
          <FaultCard fault={item.failed.fault} />
        </>
      )
    case 'queued':
      return (
        <Part name={`It would go to ${item.branch}${item.queued.said.attachments.length > 0 ? `, with ${counted(item.queued.said.attachments.length, 'file')}` : ''}`}>
          {item.queued.problem !== null && <p className="mb-1.5 text-warning">{item.queued.problem}</p>}
          <div className="text-read"><PlainText text={item.queued.said.text} /></div>
        </Part>
      )
    default:
      return assertNever(item)
  }
}

/** Each conflict with what stood there before and what either side made of it. */
const Merge = ({ merge: { branch, into, conflicts } }: { readonly merge: PendingMerge }) => (
  <>
    {conflicts.map((conflict) => (
      <div key={conflict.id} className="grid gap-2 border-b border-subtle pb-3 last:border-0">
        <p className="text-xs text-muted">{conflict.resolution === null ? 'Not decided yet' : decisionWords(conflict.resolution, into, branch)}</p>
        <div className="grid grid-cols-2 gap-4 max-[999px]:grid-cols-1">
          <Part name={into}><WordDiff before={conflict.base.text} after={conflict.ours.text} /></Part>
          <Part name={branch}><WordDiff before={conflict.base.text} after={conflict.theirs.text} /></Part>
        </div>
      </div>
    ))}
  </>
)

/** The message that waits for the answer, as far as it is read. */
function Question({ tract, branch, message }: { readonly tract: TractId; readonly branch: string; readonly message: MessageId | null }) {
  const { data } = useQuery(transcriptQuery(tract, branch))
  const asked = data?.items.find(({ messageId }) => messageId === message)
  return asked === undefined ? null : <Part name="It was asked"><PlainText text={textOf(asked.content)} /></Part>
}

const Part = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div className="min-w-0">
    <h3 className="mb-1 text-xs font-semibold text-muted">{name}</h3>
    {children}
  </div>
)

/** What else can be done, beside the likeliest. */
function OtherWays({ item }: Pick<Props, 'item'>) {
  switch (item.kind) {
    case 'partial':
      return (
        <>
          <CommandButton id="review.retry">Retry</CommandButton>
          <CommandButton id="review.resume">Continue the answer</CommandButton>
        </>
      )
    case 'queued':
      return <Button tip="Puts it back into the composer" onClick={() => takeBack(item.queued)}>Edit</Button>
    case 'proposal':
      return <CommandButton id="review.reason">Say why not…</CommandButton>
    case 'merge':
    case 'summary':
    case 'failed':
      return null
    default:
      return assertNever(item)
  }
}

const whenWords = (at: number): string => dayAndClock(at, Date.now())
