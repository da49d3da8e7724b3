import { Gauge, TriangleAlert } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import type { TractOverview } from '../../main/contract/tracts.ts'
import type { TokenSource } from '../../core/model/context.ts'
import { Button } from '../components/Button.tsx'
import { cx } from '../components/cx.ts'
import { Num } from '../components/Num.tsx'
import { Popover } from '../components/Popover.tsx'
import { Tooltip } from '../components/Tooltip.tsx'
import { xrayQuery } from '../queries/history.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { useSmall } from '../state/useSmall.ts'
import { showBudget, useView } from '../state/view.ts'
import { BudgetBar } from './BudgetBar.tsx'
import { BudgetForm } from './BudgetForm.tsx'
import { pressureOf } from './budgetBar.ts'

/** The foot of the window: how full the context is. Always visible. */
export function Dock() {
  const current = useCurrent()
  return <footer className="flex h-(--dock-h) items-center gap-4 border-t border-line bg-app pr-3.5 pl-2">{current !== null && <Budget current={current} />}</footer>
}

function Budget({ current: { tract, branch, overview } }: { readonly current: Current }) {
  const isSmall = useSmall()
  const { data: xray } = useQuery(xrayQuery(tract, branch))
  const { budget, tokenCount, tokenSource } = overview.status
  return (
    <div className="flex min-w-0 grow items-center gap-2.5 text-xs whitespace-nowrap">
      <BudgetButton overview={overview} isSmall={isSmall} />
      <BudgetBar lines={xray?.messages ?? []} used={tokenCount} budget={budget} />
      <Tooltip label={sources[tokenSource]} side="top">
        <span className="text-soft">
          <Num value={tokenCount} prefix={tokenSource === 'estimate' && tokenCount > 0 ? '~' : ''} className="font-semibold! text-ink" />
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
      {budget !== null && <Pressure pct={budget.pct} pressure={pressureOf(budget)} />}
    </div>
  )
}

const sources: Record<TokenSource, string> = {
  estimate: 'Tokens the model sees, counted here',
  provider: 'Tokens the model sees, as the provider counted',
  mixed: 'Tokens the model sees: as the provider counted, what came since counted here',
}

function Pressure({ pct, pressure }: { readonly pct: number; readonly pressure: 'OK' | 'tight' | 'over' }) {
  return (
    <span role="status" className={cx('inline-flex items-center gap-2.5', tones[pressure])}>
      <span className="font-mono text-[12px]/none font-semibold">{Math.round(pct)} %</span>
      <span className="inline-flex items-center gap-1 font-medium">
        {pressure === 'over' && <TriangleAlert size={12} />}
        {pressure}
      </span>
    </span>
  )
}
const tones = { OK: 'text-success', tight: 'text-warning', over: 'text-danger' }

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
