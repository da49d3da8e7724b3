import { useMemo } from 'react'
import type { XrayLine } from '../../main/contract/history.ts'
import { cx } from '../components/cx.ts'
import { Tooltip } from '../components/Tooltip.tsx'
import { spaced } from '../words/numbers.ts'
import { budgetBar } from './budgetBar.ts'
import type { BarFacts, SegmentKind } from './budgetBar.ts'

/** What fills the context, by kind, with what is being written and the room for the answer; the part over the budget hatched, the budget as a tick. */
export function BudgetBar({ lines, facts }: { readonly lines: readonly XrayLine[]; readonly facts: BarFacts }) {
  const { segments, tick, marks, over, reserve } = useMemo(() => budgetBar(lines, facts), [lines, facts])
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
      {reserve !== null && (
        <Tooltip side="top" label={`Kept for the answer: at most ${spaced(facts.reserve ?? 0)} tokens`}>
          <i className="absolute inset-y-0 reserve-dots" style={{ left: `${reserve.from}%`, width: `${reserve.width}%` }} />
        </Tooltip>
      )}
      {marks.map((mark, at) => (
        <i key={at} className="pointer-events-none absolute -inset-y-[3px] w-px bg-muted" style={{ left: `${mark}%` }} />
      ))}
      {tick !== null && <i className="pointer-events-none absolute -inset-y-1 w-[1.5px] rounded-[1px] bg-ink" style={{ left: `${tick}%` }} />}
    </div>
  )
}

const names: Record<SegmentKind, string> = { system: 'System', pinned: 'Kept always', summary: 'Summaries', messages: 'Messages', tools: 'Tools', draft: 'What you are writing' }
const fills: Record<SegmentKind, string> = { system: 'bg-seg-system', pinned: 'bg-seg-pinned', summary: 'bg-seg-summary', messages: 'bg-seg-history', tools: 'bg-seg-tool', draft: 'bg-accent-solid opacity-45' }
