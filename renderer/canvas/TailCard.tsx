import type { NodeProps } from '@xyflow/react'
import { Bot } from 'lucide-react'
import { memo } from 'react'
import { cx } from '../components/cx.ts'
import { LiveTokens } from '../graph/LiveTokens.tsx'
import { CardMark } from './CardMark.tsx'
import type { TailCardNode } from './toNodes.ts'

/** The answer that is no step yet: being written, or cut. */
export const TailCard = memo(function TailCard({ data: { tail, isNear } }: NodeProps<TailCardNode>) {
  return (
    <div data-mark={tail.kind} className={cx('lane-0 canvas-ghost relative flex size-full items-center gap-2 rounded-md px-2.5 text-muted', isNear ? 'text-sm' : 'text-xl')}>
      <CardMark sign={tail.kind} isHead={false} />
      <Bot size={isNear ? 14 : 22} className={tail.kind === 'live' ? 'text-accent' : undefined} />
      <span className="grow truncate">{tail.text}</span>
      {tail.kind === 'live' && isNear && <LiveTokens />}
    </div>
  )
})
