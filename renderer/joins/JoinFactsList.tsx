import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { JoinPreview } from '../../main/contract/joins.ts'
import type { BudgetStatus } from '../../core/model/budget.ts'
import { Banner } from '../components/Banner.tsx'
import { Num } from '../components/Num.tsx'
import { useWords } from '../words/words.ts'
import { joinFacts } from './joinFacts.ts'
import { kindWords } from './joinWords.ts'

/** How it would go, what comes in and goes out, and what that does to the size of the context. */
export function JoinFactsList({ preview, budget }: { readonly preview: JoinPreview; readonly budget: BudgetStatus | null }) {
  const words = useWords()
  const facts = joinFacts(preview, budget)
  const isOpen = preview.result.kind === 'conflict'
  return (
    <div className="grid content-start gap-2.5 text-sm">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
        <Fact name="How">{kindWords(preview, words)}</Fact>
        {!isOpen && (
          <Fact name="Steps">
            <Num value={facts.stepsIn} prefix={facts.stepsIn > 0 ? '+' : ''} /> in, <Num value={-facts.stepsOut} /> out
          </Fact>
        )}
        <Fact name="Tokens">
          <Num value={facts.tokensBefore} prefix="~" /> <span className="text-muted">→</span> {isOpen ? '—' : <Num value={facts.tokensAfter} prefix="~" />}
        </Fact>
        {facts.budget !== null && !facts.budget.over && (
          <Fact name="Budget">
            {facts.budget.before} % <span className="text-muted">→</span> {facts.budget.after} %
          </Fact>
        )}
      </dl>
      {facts.budget?.over === true && (
        <Banner tone="danger" icon={TriangleAlert}>
          Budget {facts.budget.before} % to {facts.budget.after} %. It informs only; nothing is cut.
        </Banner>
      )}
    </div>
  )
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <>
    <dt className="text-soft">{name}</dt>
    <dd className="text-right">{children}</dd>
  </>
)
