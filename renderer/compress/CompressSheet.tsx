import { useQuery } from '@tanstack/react-query'
import { FoldVertical } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { CompressionDraft } from '../../core/model/compress.ts'
import type { DraftId } from '../../core/model/ids.ts'
import { DialogFrame, DialogHead } from '../components/Dialog.tsx'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { compressStateQuery } from '../queries/compress.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { closeDialog } from '../state/view.ts'
import { counted } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { approve, ask } from './compressActs.ts'
import type { Asking } from './compressActs.ts'
import { EffectStrip } from './EffectStrip.tsx'
import { JobStrip } from './JobStrip.tsx'
import type { Range } from './rangeRows.ts'
import { Originals } from './Originals.tsx'
import { RangeBar } from './RangeBar.tsx'
import { SheetFoot } from './SheetFoot.tsx'
import { SummaryPane } from './SummaryPane.tsx'
import { useCompress } from './useCompress.ts'
import type { Compressing } from './useCompress.ts'
import { workingOut } from './whyNotApprove.ts'
import { WriterChoice } from './WriterChoice.tsx'

type Props = { readonly range: Range | null; /** One that waits; its range is its own. */ readonly draft: DraftId | null }

/** What is summarised beside what would stand for it. What a model writes, and what one types, is kept: it can be closed and come back to. */
export function CompressSheet({ range, draft }: Props) {
  const current = useCurrent()
  const { data: state } = useQuery({ ...compressStateQuery(current?.tract ?? ('' as Current['tract'])), enabled: current !== null })
  const found = state?.drafts.find(({ id }) => id === draft)
  const start = range ?? (found === undefined ? null : endsOf(found))
  if (current === null || start === null || state === undefined) return <Waiting isGone={state !== undefined && start === null} />
  return <Sheet current={current} start={start} draft={draft} />
}

const frame = 'inset-x-18 top-14 bottom-4 rounded-xl bg-pane max-[999px]:inset-x-3 max-[999px]:top-3 max-[999px]:bottom-3'

const Waiting = ({ isGone }: { readonly isGone: boolean }) => (
  <DialogFrame label="Compress" onClose={closeDialog} className={frame}>
    <DialogHead title="Compress" icon={FoldVertical} onClose={closeDialog} />
    <div className="p-4.5">{isGone ? <p className="text-sm text-muted">This summary was approved or rejected already. Undo brings it back.</p> : <SkeletonRows count={6} label="The range is being read" />}</div>
  </DialogFrame>
)

function Sheet({ current, start, draft: startDraft }: { readonly current: Current; readonly start: Range; readonly draft: DraftId | null }) {
  const words = useWords()
  const at = useCompress(current, start, startDraft)
  const [asking, setAsking] = useState<Asking>({ wish: {}, writer: null })
  const approveSoon = useApproveSoon(at, asking)
  const [lit, setLit] = useState<ReadonlySet<string>>(new Set())
  const count = at.view?.runs.reduce((sum, { messages }) => sum + messages.length, 0) ?? 0
  const title = `Compress ${counted(count, words.step, words.steps)} on ${current.branch}${at.range.again === undefined ? '' : ' again'}`
  const onKeyDown = (event: KeyboardEvent): void => {
    const isTyping = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement
    const isMain = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    const isAgain = event.key.toLowerCase() === 'y' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey
    if (!isMain && !isAgain) return
    event.preventDefault()
    if (isMain) approveSoon()
    if (isAgain && !at.isWriting && at.view?.nothing === null) void ask(at, asking)
  }
  return (
    <DialogFrame label={title} onClose={closeDialog} className={frame}>
      <DialogHead title={title} icon={FoldVertical} onClose={closeDialog}>
        <span className="truncate text-sm text-muted max-[999px]:hidden">
          {at.range.again !== undefined && 'in place of their summary, '}from <code className="font-mono text-xs">{at.range.from.slice(0, 4)}</code> to <code className="font-mono text-xs">{at.range.to.slice(0, 4)}</code>
        </span>
        <span className="grow-[1000]" />
        <WriterChoice asking={asking} onChange={setAsking} />
      </DialogHead>
      <div className="flex min-h-0 grow flex-col" onKeyDown={onKeyDown}>
        <RangeBar at={at} />
        <JobStrip at={at} asking={asking} />
        <div className="grid min-h-0 grow grid-cols-[minmax(0,500px)_minmax(0,1fr)] max-[999px]:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
          <Originals at={at} lit={lit} />
          <SummaryPane at={at} asking={asking} onPoint={(ids) => setLit(new Set(ids))} />
        </div>
        <EffectStrip at={at} />
        <SheetFoot at={at} asking={asking} />
      </div>
    </DialogFrame>
  )
}

/** Approves, at once or as soon as the effect of what was just typed is known: who types and presses the key doesn't wait for it. */
function useApproveSoon(at: Compressing, { wish }: Asking): () => void {
  const [wanted, setWanted] = useState<Compressing['texts'] | null>(null)
  const isDue = wanted !== null && wanted === at.texts && at.off === null
  const approveNow = useEffectEvent(() => void approve(at, wish))
  useEffect(() => {
    if (isDue) approveNow()
  }, [isDue])
  return () => {
    if (at.off === null) void approve(at, wish)
    else if (at.off === workingOut) setWanted(at.texts)
  }
}

/** From its first message to its last; what between them isn't its own is told from the rows. */
function endsOf({ runs, again }: CompressionDraft): Range | null {
  const originals = runs.flatMap((run) => run.originals)
  const [first, last] = [originals[0], originals.at(-1)]
  return first === undefined || last === undefined ? null : { from: first.messageId, to: last.messageId, preserve: [], ...(again !== null && { again }) }
}
