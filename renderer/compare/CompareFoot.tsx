import { ArrowUp, CopyPlus, GitMerge, Trash2 } from 'lucide-react'
import type { TranscriptMessage } from '../../core/model/context.ts'
import { switchTo } from '../commands/switchTo.ts'
import { pastWords } from '../commands/whileLooking.ts'
import { Button } from '../components/Button.tsx'
import { Num } from '../components/Num.tsx'
import { attempt } from '../faults/attempt.ts'
import { send } from '../queries/chat.ts'
import type { Current } from '../queries/useCurrent.ts'
import { useAsOfFor } from '../state/asOf.ts'
import { openDialog, showCompare } from '../state/view.ts'
import { useLive } from '../state/live.ts'
import { usd } from '../words/money.ts'
import { useWords } from '../words/words.ts'
import { cx } from '../components/cx.ts'
import { inOrder } from '../drag/draggedFrom.ts'
import { rowsOf } from '../graph/readRows.ts'
import { dropCompared, useCompareLook } from '../state/compareLook.ts'
import { typeForAll, usePromptForAllOf } from '../state/promptForAll.ts'
import { columnTotals } from './columnTotals.ts'
import type { ColumnTotals } from './columnTotals.ts'
import { VerdictBar } from './VerdictBar.tsx'
import { letters } from './letters.ts'
import { sayToAll, stillToSay } from './sayToAll.ts'

type Props = { readonly current: Current; readonly branches: readonly string[]; readonly columns: readonly (readonly TranscriptMessage[])[] }

/** What the newest answers took, the same prompt for all, and what comes of the comparison. */
export function CompareFoot({ current, branches, columns }: Props) {
  return (
    <footer data-foot className="border-t border-line bg-app">
      <div className="grid border-b border-subtle" style={{ gridTemplateColumns: `repeat(${Math.max(1, branches.length)}, minmax(0, 1fr))` }}>
        {columnTotals(columns).map((totals, nth) => (
          <Totals key={branches[nth]} isFirst={nth === 0} letter={letters[nth] ?? ''} totals={totals} hasAnswer={columns[nth]?.some(({ role }) => role === 'assistant') ?? false} />
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-2 px-3.5 py-2">
        <SamePrompt current={current} branches={branches} />
        <VerdictBar current={current} branches={branches} items={columns[0] ?? []} />
        <span className="grow" />
        <Outcome current={current} branches={branches} />
      </div>
    </footer>
  )
}

function Totals({ letter, isFirst, totals: { input, output, costUsd, durationMs, isCheapest, isFastest }, hasAnswer }: { readonly letter: string; readonly isFirst: boolean; readonly totals: ColumnTotals; readonly hasAnswer: boolean }) {
  return (
    <p className={cx('flex min-h-9 items-center gap-4 px-5 text-sm text-muted', !isFirst && 'pl-13')}>
      <b className="grid size-5 place-items-center rounded-xs bg-active text-xs text-ink">{letter}</b>
      {durationMs === null && input === null && (hasAnswer ? 'no call on record' : 'no answer yet')}
      {input !== null && <span><Num value={input} className="text-ink" /> in</span>}
      {output !== null && <span><Num value={output} className="text-ink" /> out</span>}
      {costUsd !== null && <span title={isCheapest ? 'The cheapest' : undefined} className={cx('num-plain', isCheapest ? 'text-success' : 'text-ink')}>{usd(costUsd)}</span>}
      {durationMs !== null && <span title={isFastest ? 'The fastest' : undefined}><span className={cx('num', isFastest ? 'text-success' : 'text-ink')}>{(durationMs / 1000).toFixed(1)}</span> s</span>}
    </p>
  )
}

/** Says the same on every branch; the answers come side by side. Where one couldn't take it, the words stay for that one. */
function SamePrompt({ current: { tract }, branches }: Pick<Props, 'current' | 'branches'>) {
  const { text, taken } = usePromptForAllOf(tract)
  const isBusy = useLive(({ replies }) => [...replies.values()].some((reply) => reply.tract === tract && branches.includes(reply.branch)))
  const isPast = useAsOfFor(tract) !== null
  const off = isPast ? pastWords : branches.length < 2 ? 'Choose two branches first' : isBusy ? 'An answer is being written' : text.trim() === '' ? 'Write something first' : null
  const sendAll = async (): Promise<void> => {
    if (off !== null) return
    await sayToAll(tract, branches, (branch, said) => attempt(() => send(tract, branch, said)))
  }
  const all = branches.length === 2 ? 'both' : 'all'
  const left = stillToSay(branches, taken)
  const to = left.length === branches.length ? all : left.map((branch) => letters[branches.indexOf(branch)]).join(', ')
  return (
    <form
      className="flex min-w-80 flex-1 items-center gap-2 max-[999px]:basis-full"
      onSubmit={(event) => {
        event.preventDefault()
        void sendAll()
      }}
    >
      <input
        aria-label="The same message to all of them"
        placeholder={`Send the same message to ${all}`}
        value={text}
        onChange={(event) => typeForAll(tract, event.target.value)}
        className="h-(--control-h) min-w-0 max-w-120 flex-1 rounded-md bg-input px-2.5 text-sm inset-ring inset-ring-field outline-none focus:field-focus"
      />
      <Button type="submit" icon={ArrowUp} off={off}>
        Send to {to}
      </Button>
    </form>
  )
}

/** What comes of comparing two: steps of B copied to A, all of B brought in, or B let go. */
function Outcome({ current: { tract, branch }, branches: [a, b, ...more] }: Pick<Props, 'current' | 'branches'>) {
  const words = useWords()
  const past = useAsOfFor(tract) === null ? null : pastWords
  const chosen = useCompareLook((look) => look.chosen)
  if (a === undefined || b === undefined) return null
  const copy = (): void => {
    openDialog({ kind: 'join', branch: a, act: { kind: 'pick', refs: [...inOrder({ rows: rowsOf(tract) }, chosen)].map(({ messageId }) => messageId) } })
    dropCompared()
  }
  const drop = async (): Promise<void> => {
    if (branch === b) await switchTo(tract, a)
    showCompare([a, b])
    openDialog({ kind: 'deleteBranch', branch: b })
  }
  return (
    <>
      <Button icon={CopyPlus} off={past ?? (chosen.size === 0 ? 'Choose steps of another branch first' : null)} onClick={copy}>
        {chosen.size === 0 ? 'Copy selected to A' : `Copy ${chosen.size} selected to A`}
      </Button>
      {more.length === 0 && (
        <>
          <Button icon={GitMerge} off={past} onClick={() => openDialog({ kind: 'join', branch: a, act: { kind: 'merge', from: b } })}>
            {words.mergeVerb} B into A
          </Button>
          <Button icon={Trash2} off={past} onClick={() => void drop()}>
            Keep A, delete B
          </Button>
        </>
      )}
    </>
  )
}
