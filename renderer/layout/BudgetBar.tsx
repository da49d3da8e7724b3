import { useMemo } from 'react'
import type { XrayLine } from '../../main/contract/history.ts'
import type { BudgetStatus } from '../../core/model/budget.ts'
import { cx } from '../components/cx.ts'
import { Tooltip } from '../components/Tooltip.tsx'
import { spaced } from '../words/numbers.ts'
import { budgetBar } from './budgetBar.ts'
import type { SegmentKind } from './budgetBar.ts'

/** What fills the context, by kind; the part over the budget hatched, the budget as a tick. */
export function BudgetBar({ lines, used, budget }: { readonly lines: readonly XrayLine[]; readonly used: number; readonly budget: BudgetStatus | null }) {
  const { segments, tick, over } = useMemo(() => budgetBar(lines, used, budget), [lines, used, budget])
  const total = segments.reduce((sum, { tokens }) => sum + tokens, 0)
  const words = segments.map(({ kind, tokens }) => `${names[kind]} ${spaced(tokens)}`).join(', ')
  return (
    <div role="img" aria-label={`What fills the context: ${words === '' ? 'nothing' : words}`} className="relative h-(--budget-h) min-w-20 grow rounded-xs bg-seg-track">
      {segments.map(({ kind, tokens, from, width }) => (
        <Tooltip key={kind} side="top" label={`${names[kind]}: ${spaced(tokens)} tokens, ${Math.round((tokens / total) * 100)} %`}>
          <i className={cx('absolute inset-y-0 first:rounded-l-xs', fills[kind])} style={{ left: `${from}%`, width: `calc(${width}% - 1px)`, minWidth: 1 }} />
        </Tooltip>
      ))}
      {over !== null && <i className="pointer-events-none absolute inset-y-0 over-hatch" style={{ left: `${over.from}%`, width: `${over.width}%` }} />}
      {tick !== null && <i className="pointer-events-none absolute -inset-y-1 w-[1.5px] rounded-[1px] bg-ink" style={{ left: `${tick}%` }} />}
    </div>
  )
}

const names: Record<SegmentKind, string> = { system: 'System', pinned: 'Kept always', summary: 'Summaries', messages: 'Messages', tools: 'Tools' }
const fills: Record<SegmentKind, string> = { system: 'bg-seg-system', pinned: 'bg-seg-pinned', summary: 'bg-seg-summary', messages: 'bg-seg-history', tools: 'bg-seg-tool' }
