import type { Priority } from '../../core/model/content.ts'
import type { TranscriptMessage } from '../../core/model/context.ts'
import { signed } from '../words/numbers.ts'

export type BudgetFacts = { readonly maxTokens: number; readonly used: number } | null

/** What changing the priority of a message would do to the context, before it is done: ", −812 to 95 %"; empty when nothing. */
export function actEffect(to: Priority, message: Pick<TranscriptMessage, 'tokens' | 'shown'>, budget: BudgetFacts): string {
  const willShow = to !== 'skip'
  if (willShow === message.shown) return ''
  const change = willShow ? message.tokens : -message.tokens
  const after = budget === null ? '' : ` to ${Math.round(((budget.used + change) * 100) / budget.maxTokens)} %`
  return `, ${signed(change)}${after}`
}
