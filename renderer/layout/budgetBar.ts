import type { XrayLine } from '../../main/contract/history.ts'
import type { BudgetStatus } from '../../core/model/budget.ts'

type Line = Pick<XrayLine, 'role' | 'contentType' | 'priority' | 'tokens' | 'why'>
/** `draft`: what is being written, not sent yet. */
export type SegmentKind = 'system' | 'pinned' | 'summary' | 'messages' | 'tools' | 'draft'
/** `from` and `width` are per cent of the bar. */
export type Stretch = { readonly from: number; readonly width: number }
export type Segment = Stretch & { readonly kind: SegmentKind; readonly tokens: number }
export type BudgetBar = {
  readonly segments: readonly Segment[]
  /** Where the budget ends; null without one. */
  readonly tick: number | null
  /** Where its thresholds stand. */
  readonly marks: readonly number[]
  /** What is used over the budget, or over the model's limit where there is no budget. */
  readonly over: Stretch | null
  /** Room kept for the answer; null where nothing limits it. */
  readonly reserve: Stretch | null
}
export type BarFacts = {
  /** The whole, as it is told beside the bar; a little more than the lines, because a prompt has tokens that belong to no message. */
  readonly used: number
  readonly budget: BudgetStatus | null
  readonly draftTokens: number
  /** The most the answer may have; null when that isn't set. */
  readonly reserve: number | null
  /** What the model takes at most; null when not known. */
  readonly limit: number | null
  /** Thresholds, per cent of the budget. */
  readonly marks: readonly number[]
}

const order: readonly SegmentKind[] = ['system', 'pinned', 'summary', 'messages', 'tools']

/** How the bar is drawn: what kind of thing takes how much room, what is on its way, and where the budget ends (at 80 %, unless far more is used). */
export function budgetBar(lines: readonly Line[], facts: BarFacts): BudgetBar {
  const { used, budget, draftTokens, reserve, limit, marks } = facts
  const full = scale(facts)
  const percent = (tokens: number): number => (tokens / full) * 100
  const stretch = (from: number, tokens: number): Stretch => ({ from: percent(from), width: percent(Math.max(0, Math.min(tokens, full - from))) })
  const counted = lines.reduce((sum, { tokens }) => sum + tokens, 0)
  let from = 0
  const segments = order.flatMap((kind): Segment[] => {
    const tokens = lines.reduce((sum, line) => (kindOf(line) === kind ? sum + line.tokens : sum), 0)
    if (tokens === 0) return []
    const room = (tokens / counted) * used
    const segment = { kind, tokens, ...stretch(from, room) }
    from += room
    return [segment]
  })
  const draft: Segment[] = draftTokens === 0 ? [] : [{ kind: 'draft', tokens: draftTokens, ...stretch(used, draftTokens) }]
  const end = budget?.max ?? limit
  return {
    segments: [...segments, ...draft],
    tick: budget === null ? null : percent(budget.max),
    marks: budget === null ? [] : marks.map((mark) => percent((budget.max * mark) / 100)),
    over: end !== null && used > end ? stretch(end, used - end) : null,
    reserve: reserve === null || used + draftTokens >= full ? null : stretch(used + draftTokens, reserve),
  }
}

/** Tokens from end to end of the bar. Without a budget the model's limit; without that the next round size, so that the bar still grows. */
function scale({ used, draftTokens, budget, limit }: BarFacts): number {
  const filled = (used + draftTokens) * 1.06
  if (budget !== null) return Math.max(budget.max / 0.8, filled)
  if (limit !== null) return Math.max(limit, filled)
  let size = 4000
  while (size < (used + draftTokens) * 1.1) size *= 2
  return size
}

export type Pressure = 'OK' | 'tight' | 'over'

/** `tight` from the last threshold on: there is room, but not for another long answer. */
export function pressureOf({ pct, over }: BudgetStatus, marks: readonly number[]): Pressure {
  if (over) return 'over'
  return pct >= (marks.at(-1) ?? 100) ? 'tight' : 'OK'
}

function kindOf({ role, contentType, priority, why }: Line): SegmentKind {
  if (why.kind === 'summary') return 'summary'
  if (contentType === 'instruction' || role === 'system') return 'system'
  if (contentType === 'tool_call' || contentType === 'tool_result') return 'tools'
  return priority === 'pinned' ? 'pinned' : 'messages'
}
