import { Ellipsis } from 'lucide-react'
import { CommandIconButton, CommandItem } from '../commands/CommandButtons.tsx'
import { IconButton } from '../components/IconButton.tsx'
import { Menu, MenuLine } from '../components/Menu.tsx'
import { useCamera } from '../state/camera.ts'

/** How large the graph is drawn, the way back to where you are, and the rest. */
export function CanvasTools() {
  const percent = useCamera((state) => state.percent)
  return (
    <>
      <CommandIconButton id="graph.zoomOut" box={24} />
      <span className="num min-w-10 text-center text-muted" role="status" aria-label={`Drawn at ${percent} per cent`}>{`${percent} %`}</span>
      <CommandIconButton id="graph.zoomIn" box={24} />
      <CommandIconButton id="graph.fit" box={24} />
      <CommandIconButton id="graph.centreHead" box={24} />
      <Menu align="end" trigger={<IconButton label="More of the graph" icon={Ellipsis} box={24} />}>
        <CommandItem id="graph.fold" />
        <CommandItem id="select.same" />
        <MenuLine />
        <CommandItem id="branch.new" />
        <CommandItem id="branch.switch" />
        <MenuLine />
        <CommandItem id="view.talk" />
      </Menu>
    </>
  )
}
