import { useEffect } from 'react'
import { Menu } from '../components/Menu.tsx'
import { assertNever } from '../state/assertNever.ts'
import { closeContextMenu, useContextMenu } from '../state/contextMenu.ts'
import type { MenuAbout } from '../state/contextMenu.ts'
import { BookmarkItems } from './BookmarkItems.tsx'
import { BranchItems } from './BranchItems.tsx'
import { listenForMenus } from './listenForMenus.ts'
import { StepItems } from './StepItems.tsx'
import { TractItems } from './TractItems.tsx'

/** The menu of a step, branch, bookmark or tract, in whatever pane it is: by right click, Shift+F10 or the menu key. */
export function ContextMenu() {
  useEffect(listenForMenus, [])
  const open = useContextMenu((menu) => menu.open)
  if (open === null) return null
  const { about, at, opener } = open
  return (
    <Menu
      key={`${at.x} ${at.y} ${JSON.stringify(about)}`}
      open
      onOpenChange={(isOpen) => !isOpen && closeContextMenu()}
      returnTo={opener}
      trigger={<span aria-hidden="true" className="fixed size-0" style={{ left: at.x, top: at.y }} />}
    >
      <Items about={about} />
    </Menu>
  )
}

function Items({ about }: { readonly about: MenuAbout }) {
  switch (about.kind) {
    case 'step':
      return <StepItems step={about.step} />
    case 'branch':
      return <BranchItems tract={about.tract} branch={about.branch} />
    case 'tract':
      return <TractItems id={about.tract} />
    case 'bookmark':
      return <BookmarkItems tract={about.tract} name={about.name} />
    default:
      return assertNever(about)
  }
}
