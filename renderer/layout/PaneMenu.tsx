import { Ellipsis } from 'lucide-react'
import { CommandItem } from '../commands/CommandButtons.tsx'
import type { CommandId } from '../commands/registry.ts'
import { IconButton } from '../components/IconButton.tsx'
import { Menu, MenuLine } from '../components/Menu.tsx'

/** What else can be done with a pane: its own commands, then those of every pane. */
export const PaneMenu = ({ pane, own }: { /** As in "More about the graph". */ readonly pane: string; readonly own: readonly CommandId[] }) => (
  <Menu align="end" trigger={<IconButton label={`More about the ${pane}`} icon={Ellipsis} box={24} />}>
    {own.map((id) => (
      <CommandItem key={id} id={id} />
    ))}
    {own.length > 0 && <MenuLine />}
    <CommandItem id="words.switch" />
    <CommandItem id="view.usualWidths" />
    <CommandItem id="view.saveLayout" />
  </Menu>
)
