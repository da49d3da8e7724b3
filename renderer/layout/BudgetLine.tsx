import { useQuery } from '@tanstack/react-query'
import { Gauge, TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import type { BudgetStatus } from '../../core/model/budget.ts'
import type { Status } from '../../core/model/context.ts'
import type { TractOverview } from '../../main/contract/tracts.ts'
import { useDraftTokens } from '../chat/useDraftTokens.ts'
import { Button } from '../components/Button.tsx'
import { cx } from '../components/cx.ts'
import { Num } from '../components/Num.tsx'
import { Popover } from '../components/Popover.tsx'
import { Tooltip } from '../components/Tooltip.tsx'
import { forecastQuery } from '../queries/chat.ts'
import { xrayQuery } from '../queries/history.ts'
import { momentOf } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { useBudgetMarks } from '../state/budgetMarks.ts'
import { useOnce } from '../state/once.ts'
import { useSmall } from '../state/useSmall.ts'
import { showBudget, useView } from '../state/view.ts'
import { short, spaced } from '../words/numbers.ts'
import { BudgetBar } from './BudgetBar.tsx'
import { BudgetForm } from './BudgetForm.tsx'
import { pressureOf } from './budgetBar.ts'
import { tokensWords } from './tokensWords.ts'

/** How full the context is: by kind, against the budget and against what the model takes. */
export function BudgetLine({ current: { tract, branch, at, overview } }: { readonly current: Current }) {
  const isSmall = useSmall()
  const { data: xray } = useQuery(xrayQuery(tract, branch, momentOf(at)))
  const { data: forecast } = useQuery(forecastQuery(tract, branch, useOnce(tract, branch)))
  const draftTokens = useDraftTokens(useMemo(() => ({ tract, branch }), [tract, branch]))
  const marks = useBudgetMarks((budget) => budget.marks)
  const { budget, tokenCount: used } = overview.status
  const limit = forecast?.contextTokens ?? null
  const reserve = forecast?.config.values.maxTokens ?? null
  const facts = useMemo(() => ({ used, budget, draftTokens, reserve, limit, marks }), [used, budget, draftTokens, reserve, limit, marks])
  return (
    <div className="flex min-w-0 grow items-center gap-2.5 text-xs whitespace-nowrap">
      <BudgetButton overview={overview} isSmall={isSmall} />
      <BudgetBar lines={xray?.messages ?? []} facts={facts} />
      <Used status={overview.status} />
      {budget !== null && <Pressure budget={budget} marks={marks} />}
      {limit !== null && !isSmall && <Limit limit={limit} isOver={used + draftTokens > limit} model={forecast?.config.values.model ?? 'the model'} />}
    </div>
  )
}

function Used({ status }: { readonly status: Status }) {
  const { budget, tokenCount, tokenSource } = status
  return (
    <Tooltip label={tokensWords(status)} side="top">
      <span className="text-soft">
        <Num value={tokenCount} prefix={tokenSource !== 'provider' && tokenCount > 0 ? '~' : ''} className="font-semibold! text-ink" />
        {budget === null ? (
          <span className="ml-1.5">tokens</span>
        ) : (
          <>
            <span className="mx-[5px] text-disabled">/</span>
            <Num value={budget.max} />
          </>
        )}
      </span>
    </Tooltip>
  )
}

function Pressure({ budget, marks }: { readonly budget: BudgetStatus; readonly marks: readonly number[] }) {
  const pressure = pressureOf(budget, marks)
  const tone = pressure === 'OK' && budget.pct >= (marks[0] ?? 100) ? 'tight' : pressure
  return (
    <span role="status" className={cx('inline-flex items-center gap-2.5', tones[tone])}>
      <span className="font-mono text-mono/none font-semibold">{Math.round(budget.pct)} %</span>
      <span className="inline-flex items-center gap-1 font-medium">
        {pressure === 'over' && <TriangleAlert size={12} />}
        {pressure}
      </span>
    </span>
  )
}
const tones = { OK: 'text-success', tight: 'text-warning', over: 'text-danger' }

const Limit = ({ limit, isOver, model }: { readonly limit: number; readonly isOver: boolean; readonly model: string }) => (
  <Tooltip label={isOver ? `More than ${model} takes: it can’t be sent` : `${model} takes ${spaced(limit)} tokens, answer included`} side="top">
    <span className={cx('border-l border-line pl-2.5', isOver ? 'font-medium text-danger' : 'text-muted')}>
      {isOver ? 'over the model limit' : 'model limit'} <span className="num-plain">{short(limit)}</span>
    </span>
  </Tooltip>
)

function BudgetButton({ overview, isSmall }: { readonly overview: TractOverview; readonly isSmall: boolean }) {
  const open = useView((view) => view.budgetOpen)
  const name = overview.status.budget === null ? 'Set budget' : 'Budget'
  return (
    <Popover
      label="Token budget"
      side="top"
      align="start"
      open={open}
      onOpenChange={showBudget}
      trigger={
        <Button variant="ghost" size="sm" icon={Gauge} aria-label={name} className="-mr-1 px-1.5! font-normal!">
          {isSmall ? undefined : name}
        </Button>
      }
    >
      <BudgetForm overview={overview} onDone={() => showBudget(false)} />
    </Popover>
  )
}
