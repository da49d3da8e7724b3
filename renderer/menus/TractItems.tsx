import { MessagesSquare, Pencil } from 'lucide-react'
import type { TractId } from '../../core/model/ids.ts'
import { firstKeyOf } from '../commands/boundKeys.ts'
import { CommandItem } from '../commands/CommandButtons.tsx'
import { commands } from '../commands/registry.ts'
import { MenuItem, MenuLine } from '../components/Menu.tsx'
import { useCurrentTract } from '../queries/useCurrent.ts'
import { clearSelection } from '../state/selection.ts'
import { renameInPlace, showTract } from '../state/view.ts'

/** What can be done with a tract in the sidebar. */
export function TractItems({ id }: { readonly id: TractId }) {
  const isCurrent = useCurrentTract() === id
  const open = (): void => {
    clearSelection()
    showTract(id)
  }
  return (
    <>
      <MenuItem icon={MessagesSquare} off={isCurrent ? 'It is open' : null} onSelect={open}>
        Open
      </MenuItem>
      <MenuItem icon={Pencil} keys={firstKeyOf(commands['tract.rename'])} onSelect={() => renameInPlace(id)}>
        Rename
      </MenuItem>
      <MenuLine />
      <CommandItem id="tract.new" />
    </>
  )
}
