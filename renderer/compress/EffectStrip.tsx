import { useQuery } from '@tanstack/react-query'
import { ArrowRight, ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '../components/cx.ts'
import { Num } from '../components/Num.tsx'
import { BudgetBar } from '../layout/BudgetBar.tsx'
import { xrayQuery } from '../queries/history.ts'
import { usd } from '../words/money.ts'
import { counted, short } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import type { Compressing } from './useCompress.ts'

/** What approving would do: the size of the context, the budget, what is pinned, and what it costs. */
export function EffectStrip({ at }: { readonly at: Compressing }) {
  const words = useWords()
  const { effect, view, texts, current: { tract, branch, overview } } = at
  const { data: xray } = useQuery(xrayQuery(tract, branch))
  const { budget, tokenCount } = overview.status
  const before = effect?.tokensBefore ?? tokenCount
  const bar = (used: number) => ({ used, budget, draftTokens: 0, reserve: null, limit: Math.max(before, 1), marks: [] })
  const count = view?.runs.reduce((sum, { messages }) => sum + messages.length, 0) ?? 0
  const pinned = effect?.pinned ?? null
  const spent = at.draft?.runs.flatMap(({ versions }) => versions.map(({ writer }) => writer?.costUsd ?? 0)).reduce((sum, cost) => sum + cost, 0) ?? 0
  return (
    <div role="group" aria-label="Effect" className="grid shrink-0 grid-cols-[1.5fr_1fr_1fr_1fr] border-t border-line text-sm [&>div]:grid [&>div]:content-start [&>div]:gap-1.5 [&>div]:px-4.5 [&>div]:py-2.5 [&>div+div]:border-l [&>div+div]:border-subtle">
      <Cell name="Context">
        <Change before={<Num value={before} />} after={effect && <Num value={effect.tokensAfter} />} />
        <div className="grid gap-0.5 [&_[role=img]]:h-1.5"><BudgetBar lines={xray?.messages ?? []} facts={bar(before)} /><BudgetBar lines={effect?.lines ?? []} facts={bar(effect?.tokensAfter ?? 0)} /></div>
      </Cell>
      <Cell name="Budget">
        {budget === null ? <Big>—</Big> : <Change before={<Percent of={before} max={budget.max} />} after={effect && <Percent of={effect.tokensAfter} max={budget.max} />} />}
        <span className="text-xs text-muted">{budget === null ? 'none is set; ' : ''}{counted(count, words.step, words.steps)} become {texts.length}</span>
      </Cell>
      <Cell name="Pinned">
        {pinned === null ? <Big>—</Big> : (
          <span className={cx('flex h-5 items-center gap-1.5', pinned.areSame ? 'text-success' : 'text-danger')}><ShieldCheck size={15} />{pinned.areSame ? `${pinned.count} unchanged` : 'one would change'}</span>
        )}
        <span className="text-xs text-muted">{pinned === null ? 'checked when there is a summary' : pinned.count === 0 ? 'nothing is kept always' : 'hashes identical ✓'}</span>
      </Cell>
      <Cell name="Cost">
        <Big>{usd(spent)}</Big>
        <span className="truncate text-xs text-muted">{effect === null ? 'for the drafts so far' : `cache: ~${short(effect.readAnew)} read anew, once`}</span>
      </Cell>
    </div>
  )
}

const Cell = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div className="min-w-0">
    <h3 className="text-xs font-medium text-muted">{name}</h3>
    {children}
  </div>
)
const Big = ({ children }: { readonly children: ReactNode }) => <span className="flex items-center gap-1 font-mono text-lg/(--lh-md) font-medium tracking-[-.01em] max-[999px]:text-md [&_.num]:[font-size:inherit] [&_.num]:leading-inherit">{children}</span>
const Change = ({ before, after }: { readonly before: ReactNode; readonly after: ReactNode }) => (
  <Big>
    {before} <ArrowRight size={14} className="text-muted" /> {after ?? <span className="text-disabled">—</span>}
  </Big>
)
const Percent = ({ of, max }: { readonly of: number; readonly max: number }) => <span className={of > max ? 'text-danger' : of > max * 0.8 ? 'text-warning' : 'text-success'}>{Math.round((of * 100) / max)} %</span>
