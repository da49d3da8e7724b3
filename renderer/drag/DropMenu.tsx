import { Columns2, CopyCheck, CopyPlus, GitMerge, ListRestart } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { Menu, MenuItem } from '../components/Menu.tsx'
import type { Choice, Intent, Spot } from './dragged.ts'
import { closeDrop } from './dragState.ts'
import { intended } from './dropped.ts'

/** What a drop may mean, where it may mean several things. */
export function DropMenu({ at, choices }: { readonly at: Spot; readonly choices: readonly Choice[] }) {
  return (
    <Menu open onOpenChange={(isOpen) => !isOpen && closeDrop()} trigger={<span aria-hidden="true" className="fixed size-0" style={{ left: at.x, top: at.y }} />}>
      {choices.map(({ intent, words, off }) => (
        <MenuItem
          key={words}
          icon={iconOf(intent)}
          off={off}
          onSelect={() => {
            closeDrop()
            setTimeout(() => intended(intent, at), 0) // the menu gives the focus back first
          }}
        >
          {words}
        </MenuItem>
      ))}
    </Menu>
  )
}

function iconOf(intent: Intent): LucideIcon {
  if (intent.kind === 'join') return intent.act.kind === 'merge' ? GitMerge : intent.act.kind === 'rebase' ? ListRestart : CopyPlus
  return intent.kind === 'choose' ? CopyCheck : Columns2
}
