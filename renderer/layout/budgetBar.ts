import type { XrayLine } from '../../main/contract/history.ts'
import type { BudgetStatus } from '../../core/model/budget.ts'

type Line = Pick<XrayLine, 'role' | 'contentType' | 'priority' | 'tokens' | 'why'>
export type SegmentKind = 'system' | 'pinned' | 'summary' | 'messages' | 'tools'
/** `from` and `width` are per cent of the bar. */
export type Segment = { readonly kind: SegmentKind; readonly tokens: number; readonly from: number; readonly width: number }
export type BudgetBar = {
  readonly segments: readonly Segment[]
  /** Where the budget ends; null without one. */
  readonly tick: number | null
  readonly over: { readonly from: number; readonly width: number } | null
}

const order: readonly SegmentKind[] = ['system', 'pinned', 'summary', 'messages', 'tools']

/**
 * How the bar is drawn: what kind of thing takes how much room, and where the budget ends (at 80 %, unless far more is used). `used` is the whole,
 * as it is told beside the bar; it is a little more than the lines, because a prompt has tokens that belong to no message.
 */
export function budgetBar(lines: readonly Line[], used: number, budget: BudgetStatus | null): BudgetBar {
  const full = scale(used, budget)
  const counted = lines.reduce((sum, { tokens }) => sum + tokens, 0)
  const percent = (tokens: number): number => (tokens / full) * 100
  let from = 0
  const segments = order.flatMap((kind): Segment[] => {
    const tokens = lines.reduce((sum, line) => (kindOf(line) === kind ? sum + line.tokens : sum), 0)
    if (tokens === 0) return []
    const room = (tokens / counted) * used
    const segment = { kind, tokens, from: percent(from), width: percent(room) }
    from += room
    return [segment]
  })
  const isOver = budget !== null && used > budget.max
  return { segments, tick: budget === null ? null : percent(budget.max), over: isOver ? { from: percent(budget.max), width: percent(used - budget.max) } : null }
}

/** Tokens from end to end of the bar. Without a budget the next round size, so that the bar still grows. */
function scale(used: number, budget: BudgetStatus | null): number {
  if (budget !== null) return Math.max(budget.max / 0.8, used * 1.06)
  let size = 4000
  while (size < used * 1.1) size *= 2
  return size
}

/** `tight` from 90 %: there is room, but not for another long answer. */
export function pressureOf({ pct, over }: BudgetStatus): 'OK' | 'tight' | 'over' {
  if (over) return 'over'
  return pct >= 90 ? 'tight' : 'OK'
}

function kindOf({ role, contentType, priority, why }: Line): SegmentKind {
  if (why.kind === 'summary') return 'summary'
  if (contentType === 'instruction' || role === 'system') return 'system'
  if (contentType === 'tool_call' || contentType === 'tool_result') return 'tools'
  return priority === 'pinned' ? 'pinned' : 'messages'
}
