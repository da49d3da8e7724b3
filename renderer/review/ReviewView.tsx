import { Inbox } from 'lucide-react'
import { useEffect, useState } from 'react'
import { EmptyState } from '../components/EmptyState.tsx'
import { PaneHead } from '../components/Pane.tsx'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { useCurrentTract } from '../queries/useCurrent.ts'
import { chooseReview } from '../state/chosenReview.ts'
import { ReviewDetail } from './ReviewDetail.tsx'
import type { ReviewItem } from './reviewItems.ts'
import { ReviewList } from './ReviewList.tsx'
import { useReview } from './useReview.ts'

/** The queue of what waits for a person, and the chosen one in full. */
export function ReviewView() {
  const tract = useCurrentTract()
  const items = useReview(tract)
  const [at, setAt] = useState<string | null>(null)
  const [place, setPlace] = useState(0)
  const found = items?.findIndex(({ key }) => key === at) ?? -1
  const chosen = items?.[found < 0 ? Math.min(place, items.length - 1) : found] // what is decided makes room for the next
  useEffect(() => chooseReview(chosen ?? null), [chosen])
  useEffect(() => () => chooseReview(null), [])
  const choose = (item: ReviewItem): void => {
    setAt(item.key)
    setPlace(items?.indexOf(item) ?? 0)
  }
  return (
    <>
      <PaneHead title="Review" lens={Inbox} sub={items === undefined || items.length === 0 ? 'what waits for you' : `${items.length} ${items.length === 1 ? 'waits' : 'wait'} for you`} />
      {items === undefined || tract === null ? (
        <SkeletonRows count={3} label="What waits is being read" />
      ) : items.length === 0 || chosen === undefined ? (
        <EmptyState icon={Inbox} title="Nothing waits for you">
          What is brought in and waits for a decision, answers that broke off or failed, and messages not sent yet will stand here.
        </EmptyState>
      ) : (
        <div className="grid min-h-0 grow grid-cols-[minmax(240px,380px)_minmax(0,1fr)]">
          <ReviewList items={items} chosen={chosen} onChoose={choose} />
          <ReviewDetail key={chosen.key} tract={tract} item={chosen} />
        </div>
      )}
    </>
  )
}
