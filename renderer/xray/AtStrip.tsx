import { History } from 'lucide-react'
import type { TranscriptMessage } from '../../core/model/context.ts'
import { currentContext } from '../commands/context.ts'
import { Button } from '../components/Button.tsx'
import type { Current } from '../queries/useCurrent.ts'
import { assertNever } from '../state/assertNever.ts'
import { backToHead } from '../state/xray.ts'
import type { XrayAt } from '../state/xray.ts'
import { plainText, textOf } from '../words/contents.ts'
import { TimeField } from './TimeField.tsx'

/** Says that this is not where you are, and leads back. */
export function AtStrip({ current, at }: { readonly current: Current; readonly at: Exclude<XrayAt, { kind: 'head' }> }) {
  return (
    <div role="status" className="flex min-h-9 shrink-0 items-center gap-2 border-b border-warning-line bg-warning-soft py-1 pr-2 pl-3.5 text-xs">
      <History size={14} className="shrink-0 text-warning" />
      <span className="flex min-w-0 grow items-center gap-1.5">{at.kind === 'time' ? <TimeField current={current} time={at.time} /> : <span className="truncate">{whereWords(at)}</span>}</span>
      <Button size="sm" onClick={backToHead}>
        Back to HEAD
      </Button>
    </div>
  )
}

function whereWords(at: Exclude<XrayAt, { kind: 'head' | 'time' }>): string {
  switch (at.kind) {
    case 'step':
      return `As it was right after ${named(at.message)}`
    case 'sent':
      return `What was sent for ${named(at.message)}`
    case 'branch':
      return `What the model sees on ${at.branch}`
    case 'bookmark':
      return `As it was at ${at.name}`
    default:
      return assertNever(at)
  }
}

const named = (id: TranscriptMessage['messageId']): string => {
  const { target } = currentContext(id)
  return target === null ? `step ${id.slice(0, 8)}` : `“${plainText(textOf(target.content), 60)}”`
}
