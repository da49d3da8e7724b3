import { Ellipsis, Link2, Unlink2 } from 'lucide-react'
import { CommandItem } from '../commands/CommandButtons.tsx'
import { useCommand } from '../commands/useCommand.ts'
import { IconButton } from '../components/IconButton.tsx'
import { Menu, MenuCheck, MenuChoice, MenuLabel, MenuLine } from '../components/Menu.tsx'
import { useSelection } from '../state/selection.ts'
import { useSmall } from '../state/useSmall.ts'
import { setXrayFilter, setXraySort, toggleRibbons, useXray } from '../state/xray.ts'
import { filters, sorts } from './xrayLook.ts'

/** The tools in the head: whether it scrolls with the other panes, and what is shown how. */
export function XrayTools() {
  const isLinked = useSelection((selection) => selection.isLinked)
  const link = useCommand('xray.link')
  return (
    <>
      <IconButton label={isLinked ? 'Selection linked' : 'Selection not linked'} tip={link.title} icon={isLinked ? Link2 : Unlink2} box={26} aria-pressed={isLinked} onClick={link.run} />
      <Menu align="end" trigger={<IconButton label="More about the X-ray" icon={Ellipsis} box={26} />}>
        <Choices />
      </Menu>
    </>
  )
}

function Choices() {
  const { sort, filter, ribbons } = useXray()
  const isSmall = useSmall()
  return (
    <>
      <MenuLabel>Order</MenuLabel>
      <MenuChoice value={sort} options={sorts} onChange={setXraySort} />
      <MenuLabel>Show</MenuLabel>
      <MenuChoice value={filter} options={filters} onChange={setXrayFilter} />
      <MenuLine />
      {!isSmall && (
        <MenuCheck checked={ribbons} onChange={toggleRibbons}>
          Ribbons to the chat
        </MenuCheck>
      )}
      <CommandItem id="xray.head">Back to HEAD</CommandItem>
    </>
  )
}
