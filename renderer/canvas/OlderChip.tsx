import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { Spinner } from '../components/Spinner.tsx'
import { useWords } from '../words/words.ts'
import type { OlderNode } from './toNodes.ts'

/** Above the oldest step that was read: there are more. */
export const OlderChip = memo(function OlderChip({ data: { isLoading } }: NodeProps<OlderNode>) {
  const words = useWords()
  return (
    <div className="inline-flex h-full items-center gap-2 text-xs whitespace-nowrap text-muted">
      {isLoading && <Spinner />}
      {isLoading ? `Older ${words.steps} are being read` : `Older ${words.steps} load as you scroll`}
    </div>
  )
})
