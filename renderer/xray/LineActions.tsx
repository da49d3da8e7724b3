import { MessageSquareText } from 'lucide-react'
import type { MouseEvent } from 'react'
import { actEffect } from '../chat/actEffects.ts'
import type { BudgetFacts } from '../chat/actEffects.ts'
import type { CommandId } from '../commands/registry.ts'
import { useCommand } from '../commands/useCommand.ts'
import { IconButton } from '../components/IconButton.tsx'
import { focusMessage } from '../state/selection.ts'
import type { XrayRow } from './xrayRows.ts'

type Props = { readonly row: XrayRow; /** In px, from the top of the list's window. */ readonly top: number; readonly budget: BudgetFacts; readonly onOpen: (row: XrayRow) => void }

/** What can be done with a line, over its right end, each with what it would do to the context. It stands beside the list, whose lines can't hold buttons. */
export const LineActions = ({ row, top, budget, onOpen }: Props) => (
  <div role="toolbar" aria-label="Actions on this line" onMouseDown={keepFocus} className="absolute right-2 z-(--z-sticky) flex h-[25px] items-center rounded-md bg-overlay px-0.5 shadow-pop" style={{ top: top + 1 }}>
    {actsOn(row).map(({ id, to }) => (
      <LineAction key={id} id={id} row={row} effect={to === null ? '' : actEffect(to, { tokens: row.tokens, shown: row.state === 'in' || row.state === 'pinned' }, budget)} />
    ))}
    <IconButton label="Show in the chat" icon={MessageSquareText} box={24} keys="Enter" tabIndex={-1} onClick={() => onOpen(row)} />
  </div>
)

/** The keyboard stays in the list. */
const keepFocus = (event: MouseEvent): void => event.preventDefault()

function LineAction({ id, row, effect }: { readonly id: CommandId; readonly row: XrayRow; readonly effect: string }) {
  const { icon, title, off, keys, run } = useCommand(id, row.messageId)
  return (
    <IconButton
      label={title}
      tip={`${title}${effect}`}
      icon={icon}
      box={24}
      keys={keys}
      off={off}
      tabIndex={-1}
      onClick={() => {
        focusMessage(row.messageId, 'xray')
        run()
      }}
    />
  )
}

type Act = { readonly id: CommandId; readonly to: 'pinned' | 'skip' | 'normal' | null }
const acts = {
  pin: { id: 'step.pin', to: 'pinned' },
  hide: { id: 'step.hide', to: 'skip' },
  normal: { id: 'step.normal', to: 'normal' },
  letGo: { id: 'step.normal', to: null },
  edit: { id: 'step.edit', to: null },
} as const satisfies { readonly [name: string]: Act }

function actsOn({ state }: XrayRow): readonly Act[] {
  switch (state) {
    case 'in':
      return [acts.pin, acts.hide, acts.edit]
    case 'pinned':
      return [acts.letGo, acts.hide, acts.edit]
    case 'hidden':
      return [acts.normal, acts.pin]
    case 'out':
      return [acts.pin]
    case 'replaced':
      return []
  }
}
