import { FoldVertical, PenLine, Pin, RefreshCw } from 'lucide-react'
import { Fragment, useMemo, useState } from 'react'
import type { MessageId } from '../../core/model/ids.ts'
import { Button } from '../components/Button.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { Num } from '../components/Num.tsx'
import { ask } from './compressActs.ts'
import type { Asking } from './compressActs.ts'
import { GuideButton } from './GuideButton.tsx'
import { likelySources } from './likelySources.ts'
import { NotMentioned } from './NotMentioned.tsx'
import { RunEditor } from './RunEditor.tsx'
import type { Compressing } from './useCompress.ts'
import { nothingWords } from './whyNotApprove.ts'

type Props = { readonly at: Compressing; readonly asking: Asking; readonly onPoint: (sources: readonly MessageId[]) => void }

/** What the model would see instead, one text a run, with what passes through between. */
export function SummaryPane({ at, asking, onPoint }: Props) {
  const { view, draft, rows, texts } = at
  const [byHand, setByHand] = useState(false)
  if (at.job !== null && !byHand) setByHand(true) // what a model began, a person can go on with, also when it failed
  const taken = useMemo(() => rows.flatMap((row) => (row.mark === 'taken' ? [row] : [])), [rows])
  const point = (run: number, sentence: string | null): void => onPoint(sentence === null ? [] : likelySources(sentence, taken.filter((row) => row.run === run)))
  const isBegun = byHand || draft !== null || at.isWriting || texts.some((text) => text !== '') || at.job !== null
  return (
    <section aria-label="Summary" className="flex min-h-0 flex-col border-l border-line">
      <header className="flex h-10 shrink-0 items-center gap-2 border-b border-subtle px-4.5 text-sm whitespace-nowrap">
        <h3 className="font-semibold">Summary</h3> <span className="truncate text-muted">what the model will see</span>
        <span className="grow" />
        {isBegun && view?.nothing === null && <GuideButton at={at} asking={asking} />}
      </header>
      <div className="grid min-h-0 grow grid-cols-1 content-start gap-4 overflow-y-auto px-4.5 py-3.5">
        {view?.nothing != null && <EmptyState icon={FoldVertical} title="Nothing to compress">{nothingWords[view.nothing]}.</EmptyState>}
        {view?.nothing === null && !isBegun && (
          <EmptyState icon={FoldVertical} title="No summary yet">
            A model drafts one that you review, or you write it yourself. Nothing changes before you approve.
            <span className="mt-3 flex justify-center gap-2">
              <Button icon={PenLine} onClick={() => setByHand(true)}>Write it myself</Button>
              <Button variant="primary" icon={RefreshCw} keys="Y" data-first onClick={() => void ask(at, asking)}>Draft with the model</Button>
            </span>
          </EmptyState>
        )}
        {isBegun && texts.map((_, run) => (
          <Fragment key={run}>
            {run > 0 && <Between at={at} run={run} />}
            <RunEditor at={at} run={run} asking={asking} onPoint={(sentence) => point(run, sentence)} />
          </Fragment>
        ))}
        {isBegun && !at.isWriting && texts.some((text) => text.trim() !== '') && <NotMentioned at={at} />}
      </div>
    </section>
  )
}

/** What stands between two runs and passes through. */
function Between({ at: { rows }, run }: { readonly at: Compressing; readonly run: number }) {
  const start = rows.findIndex((row) => row.mark === 'taken' && row.run === run)
  const before = rows.findLastIndex((row, place) => place < start && row.mark === 'taken')
  return rows.slice(before + 1, start).filter(({ mark }) => mark === 'pinned' || mark === 'leftOut').map((row) => (
    <p key={row.messageId} className={row.mark === 'pinned' ? 'flex min-h-8 items-center gap-2.5 rounded-md bg-pinned-soft px-3.5 text-sm' : 'flex min-h-8 items-center gap-2.5 rounded-md bg-active px-3.5 text-sm'}>
      {row.mark === 'pinned' && <Pin size={14} className="text-pinned" />}
      <span className="truncate">{row.preview}</span>
      <span className="ml-auto text-xs whitespace-nowrap text-muted">{row.mark === 'pinned' ? 'unchanged, same hash' : 'left as it is'}</span>
      <Num value={row.tokens} />
    </p>
  ))
}
