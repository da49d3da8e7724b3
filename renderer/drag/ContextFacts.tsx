import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { BudgetStatus } from '../../core/model/budget.ts'
import { cx } from '../components/cx.ts'
import { Num } from '../components/Num.tsx'
import { CardFact, CardFacts } from './DropCard.tsx'

type Props = { readonly before: number; /** null: known once the conflicts are decided. */ readonly after: number | null; readonly budget: BudgetStatus | null; readonly children?: ReactNode }

/** The size of the context before and after, and of the budget, where there is one. */
export function ContextFacts({ before, after, budget, children }: Props) {
  const percent = (tokens: number): number => (budget === null ? 0 : Math.round((tokens / budget.max) * 100))
  const isOver = budget !== null && after !== null && after > budget.max
  return (
    <CardFacts>
      {children}
      <CardFact name="Context">
        <Num value={before} prefix="~" /> <span className="text-muted">→</span> {after === null ? '—' : <Num value={after} prefix="~" />}
      </CardFact>
      {budget !== null && after !== null && (
        <CardFact name="Budget">
          <span className={cx('inline-flex items-center gap-1', isOver && 'text-danger')}>
            {isOver && <TriangleAlert size={12} />}
            {percent(before)} % to {percent(after)} %{isOver && ', over'}
          </span>
        </CardFact>
      )}
    </CardFacts>
  )
}
