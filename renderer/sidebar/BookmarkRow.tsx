import { Bookmark } from 'lucide-react'
import type { TractId } from '../../core/model/ids.ts'
import type { Tag } from '../../core/model/refs.ts'
import { goToBookmark, removeBookmark } from '../commands/bookmarks.ts'
import { cx } from '../components/cx.ts'
import { closeDrawer } from '../state/layout.ts'
import { openDialog } from '../state/view.ts'
import { treeRow } from './treeRow.ts'

/** A step with a name, under the branches of its tract: Enter goes there, F2 renames it, Delete takes the name away. */
export function BookmarkRow({ tract, tag }: { readonly tract: TractId; readonly tag: Tag }) {
  const go = (): void => {
    void goToBookmark(tract, tag)
    closeDrawer()
  }
  const keys: { readonly [Key in string]?: () => void } = {
    Enter: go,
    ' ': go,
    F2: () => openDialog({ kind: 'renameBookmark', name: tag.name }),
    Delete: () => void removeBookmark(tract, tag.name),
  }
  return (
    <div
      role="treeitem"
      aria-level={2}
      aria-selected={false}
      tabIndex={-1}
      data-bookmark={tag.name}
      data-tract={tract}
      onClick={go}
      onKeyDown={(event) => {
        const act = keys[event.key]
        if (act === undefined) return
        event.preventDefault()
        act()
      }}
      className={cx(treeRow, 'pl-5 text-soft')}
    >
      <i className="w-3 shrink-0" />
      <Bookmark size={14} className="ml-[9px] text-muted" />
      <span className="sr-only">bookmark</span>
      <span className="min-w-0 grow truncate" title={tag.name}>{tag.name}</span>
    </div>
  )
}
