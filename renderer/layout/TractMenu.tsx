import { useQuery } from '@tanstack/react-query'
import { CommandItem } from '../commands/CommandButtons.tsx'
import { Menu, MenuChoice, MenuLabel, MenuLine } from '../components/Menu.tsx'
import { Num } from '../components/Num.tsx'
import { tractsQuery } from '../queries/tracts.ts'
import { useCurrentTract } from '../queries/useCurrent.ts'
import { showTract } from '../state/view.ts'
import { tractName } from '../words/tracts.ts'
import { Crumb } from './Crumb.tsx'

/** The tract on the screen; the others of this file, and the file itself. */
export function TractMenu() {
  const { data: tracts = [] } = useQuery(tractsQuery())
  const current = useCurrentTract()
  const shown = tracts.find(({ id }) => id === current)
  return (
    <Menu trigger={<Crumb label="Tract" name={shown === undefined ? '…' : tractName(shown)} />}>
      <MenuLabel>Tracts in this file</MenuLabel>
      {current !== null && (
        <MenuChoice
          value={current}
          options={tracts.map((tract) => ({ value: tract.id, label: tractName(tract), end: <Num value={tract.messageCount} className="text-muted" /> }))}
          onChange={showTract}
        />
      )}
      <MenuLine />
      <CommandItem id="tract.new" />
      <CommandItem id="tract.rename" />
      <MenuLine />
      <CommandItem id="file.open" />
      <CommandItem id="file.new" />
    </Menu>
  )
}
