import type { MessageId } from '../../core/model/ids.ts'
import { Button } from '../components/Button.tsx'
import type { ButtonProps } from '../components/Button.tsx'
import { IconButton } from '../components/IconButton.tsx'
import type { IconButtonProps } from '../components/IconButton.tsx'
import { MenuItem } from '../components/Menu.tsx'
import type { CommandId } from './registry.ts'
import { useCommand } from './useCommand.ts'

type For = { readonly id: CommandId; /** The step it acts on; the focused one without. */ readonly message?: MessageId }

/** A command as a button in words. `children` replaces its title. */
export function CommandButton({ id, message, children, keys, ...look }: For & Omit<ButtonProps, 'id' | 'onClick' | 'off'>) {
  const command = useCommand(id, message)
  return (
    <Button {...look} keys={keys} tip={children === undefined ? undefined : command.title} off={command.off} onClick={command.run}>
      {children ?? command.title}
    </Button>
  )
}

/** A command as an icon; its title and key are the tooltip. */
export function CommandIconButton({ id, message, label, ...look }: For & Omit<IconButtonProps, 'id' | 'onClick' | 'off' | 'icon' | 'label'> & { readonly label?: string }) {
  const command = useCommand(id, message)
  return <IconButton {...look} icon={command.icon} label={label ?? command.title} tip={command.title} keys={command.keys} off={command.off} onClick={command.run} />
}

/** A command in a menu. */
export function CommandItem({ id, message, children }: For & { readonly children?: string }) {
  const command = useCommand(id, message)
  return (
    <MenuItem icon={command.icon} keys={command.keys} off={command.off} onSelect={command.run}>
      {children ?? command.title}
    </MenuItem>
  )
}
