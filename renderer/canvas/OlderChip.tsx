import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { Spinner } from '../components/Spinner.tsx'
import { useWords } from '../words/words.ts'
import type { OlderNode } from './toNodes.ts'

/** Above the oldest step that was read: there are more. Moving up reads them, and so does a click. */
export const OlderChip = memo(function OlderChip({ data: { isLoading } }: NodeProps<OlderNode>) {
  const words = useWords()
  return (
    <div className="nopan pointer-events-auto inline-flex h-full items-center gap-2 rounded-full px-2.5 text-xs whitespace-nowrap text-muted press hover:bg-hover">
      {isLoading && <Spinner />}
      {isLoading ? `Older ${words.steps} are being read` : `Older ${words.steps} load as you scroll`}
    </div>
  )
})
