import { BookmarkIcon, Info, TriangleAlert } from 'lucide-react'
import { createElement, memo } from 'react'
import type { Operation } from '../../core/model/operation.ts'
import { Badge } from '../components/Badge.tsx'
import { BranchChip } from '../components/Chip.tsx'
import { cx } from '../components/cx.ts'
import { authorWords } from '../words/operations.ts'
import { signed } from '../words/numbers.ts'
import { clock, day, dayAndClock } from '../words/times.ts'
import { refName, touched } from './logEntries.ts'
import type { LogEntry } from './logEntries.ts'
import { operationIcon } from './operationKind.ts'
import type { Excerpts } from './useExcerpts.ts'

/** The lane colour of each branch there is. */
export type Lanes = ReadonlyMap<string, number>
type Props = { readonly entry: LogEntry; readonly lanes: Lanes; readonly excerpts: Excerpts; readonly isChosen: boolean; readonly place: number; readonly count: number; readonly onChoose: (entry: LogEntry) => void }

/** What was done, on which branches, what it did to the size of the context, who and when. What was undone is struck. */
export const LogRow = memo(function LogRow({ entry, lanes, excerpts, isChosen, place, count, onChoose }: Props) {
  return (
    <div
      id={logRowId(entry)}
      role="option"
      aria-selected={isChosen}
      aria-posinset={place}
      aria-setsize={count}
      onClick={() => onChoose(entry)}
      className={cx('grid h-7 grid-cols-[14px_minmax(0,1fr)_auto_48px_minmax(40px,auto)_minmax(38px,auto)] items-center gap-2.5 px-3.5 text-sm whitespace-nowrap press', isChosen ? 'bg-selected shadow-[inset_2px_0_0_var(--accent)]' : 'hover:bg-hover')}
    >
      {entry.kind === 'operation' ? <OperationCells entry={entry} lanes={lanes} excerpt={excerptOf(entry.operation, excerpts)} /> : <ToastCells entry={entry} />}
      <span className="num-plain text-right text-muted">{whenWords(entry.at)}</span>
    </div>
  )
})

function OperationCells({ entry: { operation, title, state }, lanes, excerpt }: { readonly entry: Extract<LogEntry, { kind: 'operation' }>; readonly lanes: Lanes; readonly excerpt: string }) {
  const isOut = state === 'out'
  return (
    <>
      {createElement(operationIcon(operation), { size: 14, className: 'text-muted' })}
      <span className="flex min-w-0 items-center gap-2">
        <span className={cx('shrink-0 truncate', isOut && 'text-muted line-through')}>{title}</span>
        {excerpt !== '' && <span className="min-w-0 truncate text-xs text-muted">{excerpt}</span>}
        {state === 'here' && <Badge small tip="The next undo takes this back">you are here</Badge>}
        {isOut && <span className="shrink-0 text-xs text-muted">not in effect</span>}
      </span>
      <Touched operation={operation} lanes={lanes} />
      <span className={cx('num text-right text-num!', isOut ? 'text-muted' : 'text-soft')}>{operation.tokenDelta === 0 ? '' : signed(operation.tokenDelta)}</span>
      <span className="truncate text-xs text-muted">{authorWords(operation.author)}</span>
    </>
  )
}

const mostShown = 2

function Touched({ operation, lanes }: { readonly operation: Operation; readonly lanes: Lanes }) {
  const refs = touched(operation)
  return (
    <span className="flex items-center gap-1">
      {refs.slice(0, mostShown).map(({ ref }) =>
        ref.startsWith('tag:') ? <Badge key={ref} small icon={BookmarkIcon}>{refName(ref)}</Badge> : <BranchChip key={ref} name={ref} lane={lanes.get(ref) ?? 1} />,
      )}
      {refs.length > mostShown && <span className="num text-num! text-muted">+{refs.length - mostShown}</span>}
    </span>
  )
}

const ToastCells = ({ entry: { toast } }: { readonly entry: Extract<LogEntry, { kind: 'toast' }> }) => (
  <>
    {createElement(toast.tone === 'fault' ? TriangleAlert : Info, { size: 14, className: toast.tone === 'fault' ? 'text-danger' : 'text-muted' })}
    <span className="col-span-3 truncate text-soft">
      {toast.text}
      {toast.hint && <span className="text-muted"> {toast.hint}</span>}
    </span>
    <span className="text-xs text-muted">the app</span>
  </>
)

/** What an act that made a commit was about: the words of that step. */
const excerptOf = ({ verb, cause, refs }: Operation, excerpts: Excerpts): string => {
  const after = refs.find(({ ref }) => ref !== 'ORIG_HEAD')?.after ?? null
  return after === null || cause.kind !== 'direct' || !aboutSteps.has(verb) ? '' : (excerpts.get(after) ?? '')
}
const aboutSteps: ReadonlySet<string> = new Set(['commit', 'answer', 'edit', 'annotate', 'compress', 'expand', 'keep', 'tag'])

function whenWords(at: number): string {
  const now = Date.now()
  return day(at, now) === 'today' ? clock(at) : dayAndClock(at, now)
}

export const logRowId = ({ key }: LogEntry): string => `log-${key.replace(' ', '-')}`
