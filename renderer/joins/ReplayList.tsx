import { Check, TriangleAlert, X } from 'lucide-react'
import type { JoinAct, JoinPreview, OwnStep } from '../../main/contract/joins.ts'
import { cx } from '../components/cx.ts'
import { Num } from '../components/Num.tsx'
import { counted } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { withoutMarks } from '../words/withoutMarks.ts'
import { changeWords, fatesOf, fateWords } from './replayed.ts'
import type { Fate } from './replayed.ts'

type Rebase<Of> = Extract<Of, { kind: 'rebase' }>

/** The branch's own steps, each to be taken along or left behind, with what that breaks. */
export function ReplayList({ act, preview: { own, effect }, onChange }: { readonly act: Rebase<JoinAct>; readonly preview: Rebase<JoinPreview>; readonly onChange: (act: JoinAct) => void }) {
  const words = useWords()
  const drop = act.drop ?? []
  const fates = fatesOf(own.newest, drop, effect)
  const earlier = own.count - own.newest.length
  if (own.count === 0) return null
  const toggle = (commit: string): void => onChange({ ...act, drop: drop.includes(commit) ? drop.filter((one) => one !== commit) : [...drop, commit] })
  return (
    <div className="grid gap-1.5 border-b border-line px-4.5 py-3">
      <h3 className="text-xs font-semibold text-muted">Written anew, in this order. What isn’t ticked is left behind.</h3>
      <ul aria-label="Steps to write anew" className="grid max-h-52 grid-cols-[minmax(0,1fr)] gap-px overflow-y-auto">
        {earlier > 0 && <li className="px-1.5 text-xs text-muted">{counted(earlier, `earlier ${words.step}`, `earlier ${words.steps}`)} that go along, then</li>}
        {own.newest.map((step, at) => (
          <ReplayRow key={step.commit} step={step} fate={fates[at] ?? 'kept'} onToggle={() => toggle(step.commit)} />
        ))}
      </ul>
    </div>
  )
}

const signs: Record<Fate, { readonly icon: typeof Check; readonly tone: string }> = {
  kept: { icon: Check, tone: 'text-success' },
  left: { icon: X, tone: 'text-muted' },
  noQuestion: { icon: TriangleAlert, tone: 'text-warning' },
  leftWith: { icon: X, tone: 'text-muted' },
}

function ReplayRow({ step, fate, onToggle }: { readonly step: OwnStep; readonly fate: Fate; readonly onToggle: () => void }) {
  const { role, preview, tokens } = step
  const { icon: Icon, tone } = signs[fate]
  const isLeft = fate === 'left' || fate === 'leftWith'
  return (
    <li>
      <label className="flex min-h-7 min-w-0 items-center gap-2.5 rounded-sm px-1.5 text-sm hover:bg-hover">
        <input type="checkbox" checked={fate !== 'left'} onChange={onToggle} className="size-3.5 shrink-0 accent-(--accent-solid)" />
        <span className="w-24 shrink-0 text-xs text-muted">{changeWords(step) ?? role}</span>
        <span className={cx('min-w-0 grow truncate', isLeft && 'text-muted line-through')}>{withoutMarks(preview)}</span>
        <span className={cx('inline-flex shrink-0 items-center gap-1.5 text-xs', tone)}>
          {fateWords(fate)}
          <Icon size={13} aria-hidden="true" />
        </span>
        {tokens > 0 && <Num value={tokens} className="w-10 text-right text-num text-muted" />}
      </label>
    </li>
  )
}
