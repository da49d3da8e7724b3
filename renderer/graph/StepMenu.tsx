import { CommandItem } from '../commands/CommandButtons.tsx'
import { Menu, MenuItem, MenuLine } from '../components/Menu.tsx'
import { attempt } from '../faults/attempt.ts'
import { switchBranch } from '../queries/acts.ts'
import type { Current } from '../queries/useCurrent.ts'
import { openDialog } from '../state/view.ts'
import { useWords } from '../words/words.ts'
import { GitBranch } from 'lucide-react'
import type { RailRow } from './rows.ts'

type Props = { readonly row: RailRow; readonly at: { readonly x: number; readonly y: number }; readonly current: Current; readonly onClose: () => void }

/** What can be done with a step, at the pointer. Steps of other branches can only be branched from, or gone to. */
export function StepMenu({ row, at, current, onClose }: Props) {
  const words = useWords()
  const others = row.branches.filter((name) => name !== current.branch)
  return (
    <Menu open onOpenChange={(isOpen) => !isOpen && onClose()} trigger={<span aria-hidden="true" className="fixed size-0" style={{ left: at.x, top: at.y }} />}>
      {others.map((name) => (
        <MenuItem key={name} icon={GitBranch} onSelect={() => void attempt(() => switchBranch(current.tract, name))}>
          {`${words.openBranch} ${name}`}
        </MenuItem>
      ))}
      {others.length > 0 && <MenuLine />}
      {row.state === 'out' ? (
        <MenuItem icon={GitBranch} onSelect={() => openDialog({ kind: 'newBranch', from: row.hash, fromWords: row.preview.slice(0, 60) })}>
          {`${words.branchHere}…`}
        </MenuItem>
      ) : (
        <OwnStep row={row} />
      )}
      <MenuLine />
      <CommandItem id="step.goTo" />
      {current.at !== null && <CommandItem id="head.return" />}
      <CommandItem id="step.take" />
      <CommandItem id="step.bookmark" />
      <CommandItem id="step.reset" />
    </Menu>
  )
}

function OwnStep({ row: { messageId, state } }: { readonly row: RailRow }) {
  return (
    <>
      <CommandItem id="step.branch" message={messageId} />
      <CommandItem id="step.retry" message={messageId} />
      <CommandItem id="step.tryWays" message={messageId} />
      <CommandItem id="step.edit" message={messageId} />
      <CommandItem id="step.copy" message={messageId} />
      <MenuLine />
      {state !== 'pinned' && <CommandItem id="step.pin" message={messageId} />}
      {state !== 'hidden' && <CommandItem id="step.hide" message={messageId} />}
      {state !== 'in' && <CommandItem id="step.normal" message={messageId} />}
    </>
  )
}
