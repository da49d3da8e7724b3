import { useQuery } from '@tanstack/react-query'
import { Diff } from 'lucide-react'
import { EmptyState } from '../components/EmptyState.tsx'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { FaultCard } from '../faults/FaultCard.tsx'
import { faultOf } from '../faults/faultOf.ts'
import { changesQuery } from '../queries/xray.ts'
import type { ContextPlace } from '../queries/xray.ts'
import { signed } from '../words/numbers.ts'
import { DiffLines } from '../xray/XrayDiff.tsx'

type Props = { readonly of: ContextPlace; readonly against: { readonly kind: 'lastCall' } | { readonly kind: 'at'; readonly at: string } }

/** What leads from one context to another: messages that came, went or changed, word by word. */
export function DiffView({ of, against }: Props) {
  const { data: changes, error, isPlaceholderData } = useQuery(changesQuery(of, against))
  if (error) return <div className="p-3.5"><FaultCard fault={faultOf(error)} /></div>
  if (changes === undefined) return <SkeletonRows count={5} label="The contexts are being compared" />
  if (changes === null) return <EmptyState icon={Diff} title="Nothing was sent from here yet">As soon as a model was asked, this shows what changed since. Choose another context to compare with.</EmptyState>
  if (changes.lines.every(({ mark }) => mark === 'same')) return <EmptyState icon={Diff} title="They are alike">Both contexts have the same messages with the same words.</EmptyState>
  return (
    <>
      <p role="status" className="flex shrink-0 items-center gap-3 border-b border-subtle px-3.5 py-1 text-xs text-muted">
        {marks.map(({ mark, sign, tone, word }) => {
          const count = changes.lines.filter((line) => line.mark === mark).length
          return count > 0 && <span key={mark} className={tone}><span className="num text-num!">{sign}{count}</span> {word}</span>
        })}
        {changes.tokenDelta !== 0 && <span className="num text-num!">Δ {signed(changes.tokenDelta)}</span>}
      </p>
      <DiffLines key={`${changes.from.hash}/${changes.to.hash}`} changes={changes} isOld={isPlaceholderData} />
    </>
  )
}

const marks = [
  { mark: 'added', sign: '+', tone: 'text-success', word: 'added' },
  { mark: 'removed', sign: '−', tone: 'text-danger', word: 'gone' },
  { mark: 'changed', sign: '≠', tone: 'text-edited', word: 'changed' },
] as const
