import { Check, EyeOff, Lock, Sigma } from 'lucide-react'
import { createElement } from 'react'
import type { CompressRow } from '../../main/contract/compress.ts'
import { annotateSteps } from '../commands/annotateSteps.ts'
import { cx } from '../components/cx.ts'
import { Num } from '../components/Num.tsx'
import { roleIcon } from '../components/roleIcon.ts'
import { Tooltip } from '../components/Tooltip.tsx'
import { showToast } from '../state/toasts.ts'
import { useWords } from '../words/words.ts'
import { linesOf, toggled } from './rangeRows.ts'
import type { Compressing } from './useCompress.ts'

type Props = { readonly at: Compressing; /** Likely sources of the sentence that the caret is in. */ readonly lit: ReadonlySet<string> }

/** What happened, row by row: summarised, kept as it is, or hidden. */
export function Originals({ at, lit }: Props) {
  const { view, rows, range, draft } = at
  const runTokens = draft?.runs.map(({ originalTokens }) => originalTokens) ?? view?.runs.map(({ tokens }) => tokens) ?? []
  return (
    <section aria-label="Originals" className="flex min-h-0 flex-col">
      <header className="flex h-10 shrink-0 items-center gap-2 border-b border-subtle px-4.5 text-sm whitespace-nowrap">
        <h3 className="font-semibold">Originals</h3> <span className="truncate text-muted">what happened</span>
        <span className="grow" />
        <Num value={view?.tokens ?? 0} prefix="~" /> <span className="text-muted">tokens</span>
      </header>
      <ul className="min-h-0 overflow-y-auto">
        {linesOf(rows, range, runTokens).map((line) =>
          line.kind === 'run' ? (
            <li key={`run ${line.run}`} className="flex h-7 items-center gap-2 bg-summary-soft px-4.5 text-xs font-medium text-summary">
              <Sigma size={12} /> Summary {line.run + 1} of {runTokens.length}
              <Num value={line.tokens} className="ml-auto" />
            </li>
          ) : (
            <Row key={line.row.messageId} row={line.row} at={at} isLit={lit.has(line.row.messageId)} />
          ),
        )}
      </ul>
    </section>
  )
}

function Row({ row, at, isLit }: { readonly row: CompressRow; readonly at: Compressing; readonly isLit: boolean }) {
  const { mark, role, contentType, preview, tokens } = row
  return (
    <li
      data-mark={mark}
      className={cx('grid h-[33px] grid-cols-[16px_14px_84px_minmax(0,1fr)_auto] items-center gap-[9px] px-4.5 text-sm max-[999px]:grid-cols-[16px_14px_minmax(0,1fr)_auto]', isLit ? 'bg-selected' : looks[mark])}
    >
      <Mark row={row} at={at} />
      {createElement(row.isSummary ? Sigma : roleIcon(role, contentType), { size: 14, className: row.isSummary ? 'text-summary' : 'text-muted' })}
      <span className="truncate max-[999px]:hidden">{row.isSummary ? 'Summary' : names[contentType] ?? roles[role]}</span>
      <span className={cx('truncate', mark === 'pinned' ? 'text-ink' : mark === 'hidden' ? 'text-muted' : 'text-soft')}>
        {mark === 'hidden' ? 'hidden, left out' : preview}
        {isLit && <span className="ml-2 text-xs text-accent-text">likely source</span>}
      </span>
      <span className={cx(mark === 'hidden' && 'text-muted line-through')}>
        <Num value={tokens} />
      </span>
    </li>
  )
}

const looks: { readonly [M in CompressRow['mark']]: string } = { taken: '', pinned: 'bg-pinned-soft', leftOut: '', hidden: 'hatch text-muted', outside: '' }
const names: { readonly [type: string]: string | undefined } = { tool_call: 'Call', tool_result: 'Tool', artifact: 'File', reasoning: 'Reasoning' }
const roles: { readonly [role: string]: string } = { user: 'You', assistant: 'Assistant', system: 'Rule', tool: 'Tool' }

/** Ticked: summarised. Unticked: stays as it is, and splits the range. Locked: kept always, until somebody lets it go. */
function Mark({ row, at }: { readonly row: CompressRow; readonly at: Compressing }) {
  const words = useWords()
  const { range, isWriting, current: { tract, branch } } = at
  const { messageId, mark, preview } = row
  if (mark === 'hidden') return <EyeOff size={14} className="text-hidden" aria-label="hidden from the model, left out" />
  if (mark === 'pinned') {
    const unpin = (): void => showToast({ tone: 'done', text: `It is pinned: no summary takes it away. Let it go?`, action: { label: words.normal, run: () => void annotateSteps(tract, branch, [messageId], 'normal') } })
    return (
      <Tooltip label="Kept always: passes through unchanged. Click to let it go">
        <button type="button" aria-label={`Kept always: ${preview}`} onClick={unpin} className="grid size-4 place-items-center text-pinned">
          <Lock size={14} />
        </button>
      </Tooltip>
    )
  }
  const isTaken = mark === 'taken'
  const toggle = (): void => {
    if (isWriting) return
    at.setDraft(null)
    at.setRange(toggled(range, messageId))
  }
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={isTaken}
      aria-disabled={isWriting || undefined}
      aria-label={`Summarise: ${preview}`}
      onClick={toggle}
      className={cx('relative grid size-4 place-items-center rounded-[3px] press before:absolute before:-inset-1', isTaken ? 'bg-accent-solid text-on-solid' : 'inset-ring inset-ring-field')}
    >
      {isTaken && <Check size={12} />}
    </button>
  )
}
