import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Num } from '../components/Num.tsx'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { FaultCard } from '../faults/FaultCard.tsx'
import { faultOf } from '../faults/faultOf.ts'
import { changesQuery } from '../queries/xray.ts'
import type { Current } from '../queries/useCurrent.ts'
import { focusMessage, useSelection } from '../state/selection.ts'
import { signed } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { diffEntries } from '../xray/diffEntries.ts'
import { DiffLine } from '../xray/DiffLine.tsx'
import { letters } from './letters.ts'

type Props = { readonly current: Current; readonly branches: readonly string[] }

/** What the model sees at the end of each branch, against what it sees at the end of the first. */
export function CompareContexts({ current, branches: [first = '', ...others] }: Props) {
  return (
    <div className="grid min-h-0 auto-cols-fr grid-flow-col divide-x divide-subtle bg-sunken">
      {others.map((branch, nth) => (
        <Against key={branch} current={current} first={first} branch={branch} letter={letters[nth + 1] ?? ''} />
      ))}
    </div>
  )
}

function Against({ current: { tract }, first, branch, letter }: { readonly current: Current; readonly first: string; readonly branch: string; readonly letter: string }) {
  const words = useWords()
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const focused = useSelection((selection) => selection.focused)
  const { data: changes, error } = useQuery(changesQuery({ tract, branch, moment: {} }, { kind: 'at', at: first }))
  const entries = useMemo(() => diffEntries(changes?.lines ?? [], opened), [changes, opened])
  return (
    <section aria-label={`From ${first} to ${branch}`} className="flex min-h-0 flex-col">
      <header className="flex h-9 shrink-0 items-center gap-2 border-b border-subtle px-3.5 text-sm whitespace-nowrap text-soft">
        <span className="truncate">{words.modelSees}, <b className="font-medium text-ink">A {first}</b> to <b className="font-medium text-ink">{letter} {branch}</b></span>
        <span className="grow" />
        {changes && (
          <span className="text-muted">
            <Num value={changes.from.tokenCount} prefix="~" /> → <Num value={changes.to.tokenCount} prefix="~" /> <span className="num">{signed(changes.tokenDelta)}</span>
          </span>
        )}
      </header>
      {error !== null && <div className="p-4"><FaultCard fault={faultOf(error)} /></div>}
      {changes === undefined && error === null && <SkeletonRows count={6} label="The contexts are being compared" />}
      {changes && changes.added + changes.removed + changes.changed === 0 && <p className="px-3.5 py-3 text-sm text-muted">The model sees the same on both.</p>}
      <div role="listbox" aria-label="What changed in the context" tabIndex={0} className="min-h-0 grow overflow-y-auto py-1">
        {entries.map((entry) =>
          entry.kind === 'line' ? (
            <div key={`${entry.line.mark}/${entry.line.messageId}`} role="presentation" className="[contain-intrinsic-size:auto_27px] [content-visibility:auto]">
              <DiffLine line={entry.line} isSelected={entry.line.messageId === focused} onSelect={(id) => focusMessage(id, 'xray')} />
            </div>
          ) : (
            <button key={entry.first} type="button" className="flex h-[27px] w-full items-center px-3.5 text-xs text-muted press hover:bg-hover" onClick={() => setOpened((before) => new Set(before).add(entry.first))}>
              ⋯ {entry.count} lines alike
            </button>
          ),
        )}
      </div>
    </section>
  )
}
