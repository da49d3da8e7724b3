import { ChevronDown, ChevronRight, Ellipsis, MessagesSquare } from 'lucide-react'
import { cx } from '../components/cx.ts'
import { LiveDot } from '../components/LiveDot.tsx'
import { Menu } from '../components/Menu.tsx'
import { Num } from '../components/Num.tsx'
import type { TractSummary } from '../../core/model/tractSummary.ts'
import { TractItems } from '../menus/TractItems.tsx'
import { clearSelection } from '../state/selection.ts'
import { closeDrawer } from '../state/layout.ts'
import { renameInPlace, showTract } from '../state/view.ts'
import { counted } from '../words/numbers.ts'
import { tractName } from '../words/tracts.ts'
import { useWords } from '../words/words.ts'
import { treeRow } from './treeRow.ts'

type Props = {
  readonly tract: TractSummary
  readonly isCurrent: boolean
  /** null: there is nothing to unfold. */
  readonly isOpen: boolean | null
  readonly isAnswering: boolean
  readonly onFold: () => void
}

export function TractRow({ tract, isCurrent, isOpen, isAnswering, onFold }: Props) {
  const words = useWords()
  const name = tractName(tract)
  const show = (): void => {
    if (!isCurrent) clearSelection()
    showTract(tract.id)
    closeDrawer()
  }
  return (
    <div
      role="treeitem"
      aria-level={1}
      aria-expanded={isOpen ?? undefined}
      aria-selected={isCurrent}
      tabIndex={isCurrent ? 0 : -1}
      data-tract-row={tract.id}
      onClick={show}
      onDoubleClick={() => renameInPlace(tract.id)}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return
        event.preventDefault()
        show()
      }}
      className={cx(treeRow, 'group pl-1', isCurrent ? 'font-medium text-ink' : 'text-soft', isCurrent && isOpen === null && 'bg-active')}
    >
      <Twist isOpen={isOpen} onFold={onFold} />
      <MessagesSquare size={14} className="text-muted" />
      <span className="min-w-0 grow truncate" title={name}>{name}</span>
      <span className="sr-only">, {counted(tract.messageCount, words.step, words.steps)}{isAnswering && ', being answered'}</span>
      {isAnswering && <LiveDot />}
      <RowMenu tract={tract} />
      <span aria-hidden="true" className="group-focus-within:hidden group-hover:hidden group-has-data-[state=open]:hidden">
        <Num value={tract.messageCount} className="text-num text-muted" />
      </span>
    </div>
  )
}

function Twist({ isOpen, onFold }: { readonly isOpen: boolean | null; readonly onFold: () => void }) {
  if (isOpen === null) return <i className="w-3 shrink-0" />
  const Icon = isOpen ? ChevronDown : ChevronRight
  return (
    <span
      data-twist
      aria-hidden="true"
      className="-m-1.5 p-1.5 text-muted"
      onClick={(event) => {
        event.stopPropagation()
        onFold()
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Icon size={12} />
    </span>
  )
}

function RowMenu({ tract }: { readonly tract: TractSummary }) {
  return (
    <span className="hidden group-focus-within:flex group-hover:flex has-data-[state=open]:flex" onClick={(event) => event.stopPropagation()} onDoubleClick={(event) => event.stopPropagation()}>
      <Menu
        align="end"
        trigger={
          <button type="button" tabIndex={-1} aria-label={`More for ${tractName(tract)}`} className="grid size-6 place-items-center rounded-sm text-soft hover:bg-hover data-[state=open]:bg-active">
            <Ellipsis size={14} />
          </button>
        }
      >
        <TractItems id={tract.id} />
      </Menu>
    </span>
  )
}
