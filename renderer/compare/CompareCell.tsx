import type { Content } from '../../core/model/content.ts'
import type { TranscriptMessage } from '../../core/model/context.ts'
import { MessageHead } from '../chat/MessageHead.tsx'
import { ToolLine } from '../chat/ToolLine.tsx'
import { Badge } from '../components/Badge.tsx'
import { textOf } from '../words/contents.ts'
import type { AlignedRow } from './alignBranches.ts'
import { isSame } from './alignBranches.ts'
import { toggleCompared, useCompareLook } from '../state/compareLook.ts'
import type { DiffLevel } from '../state/compareLook.ts'
import { SideText } from './SideText.tsx'

type Props = { readonly row: AlignedRow; readonly nth: number; readonly cell: TranscriptMessage | null; /** The branch goes on below. */ readonly hasMore: boolean; readonly diff: DiffLevel }

/** One branch's message in a row; what differs from the first branch's stands out. */
export function CompareCell({ row, nth, cell, hasMore, diff }: Props) {
  if (cell === null) return <p className="hatch-soft grid h-full min-h-12 place-items-center rounded-md text-sm text-muted"><span className="rounded-sm bg-pane px-2 py-0.5">{hasMore ? 'nothing here' : 'the branch ends here'}</span></p>
  const first = row.cells[0] ?? null
  if (nth > 0 && first !== null && isSame({ cells: [first, cell] })) return <p className="pt-1 text-sm text-muted">the same {cell.role === 'user' ? 'message' : 'step'}</p>
  const partner = diff !== 'words' ? null : nth === 0 ? (row.cells.find((other, at) => at > 0 && other !== null && textOf(other.content) !== textOf(cell.content)) ?? null) : first
  if (isTool(cell) && (partner === null || !isTool(partner))) return <ToolCell cell={cell} canTake={nth > 0 && first?.messageId !== cell.messageId} />
  return (
    <article aria-label={cell.role} data-message={cell.messageId} className="grid grid-cols-[minmax(0,1fr)] gap-1">
      <div className="flex min-w-0 items-center gap-2">
        {nth > 0 && first?.messageId !== cell.messageId && <TakeBox cell={cell} />}
        <div className="min-w-0 grow">
          <MessageHead message={cell} versions={cell.versions > 1 && <Badge tone="edited">{cell.versions - 1} corrected</Badge>} />
        </div>
      </div>
      <SideText text={textOf(cell.content)} other={partner === null ? null : textOf(partner.content)} side={nth === 0 ? 'before' : 'after'} isFormatted={cell.role === 'assistant' && cell.content.type === 'dialogue'} />
    </article>
  )
}

type ToolMessage = TranscriptMessage & { readonly content: Content<'tool_call' | 'tool_result'> }
const isTool = (message: TranscriptMessage): message is ToolMessage => message.content.type === 'tool_call' || message.content.type === 'tool_result'

/** Held against nothing like it, a call is one line, as in the chat. */
function ToolCell({ cell, canTake }: { readonly cell: ToolMessage; readonly canTake: boolean }) {
  return (
    <article aria-label={cell.role} data-message={cell.messageId} className="flex min-w-0 items-center gap-2">
      {canTake && <TakeBox cell={cell} />}
      <div className="min-w-0 grow">
        <ToolLine message={cell} content={cell.content} isFocused={false} isChosen={false} actions={null} info={null} />
      </div>
    </article>
  )
}

/** Chooses a step to be copied to the first branch. */
function TakeBox({ cell: { messageId } }: { readonly cell: TranscriptMessage }) {
  const isChosen = useCompareLook(({ chosen }) => chosen.has(messageId))
  return <input type="checkbox" aria-label="Choose to copy to A" title="Choose to copy to A" checked={isChosen} onChange={() => toggleCompared(messageId)} className="size-3.5 shrink-0 accent-(--accent-solid)" />
}
