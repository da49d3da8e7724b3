import { ArrowLeftRight, Plus, X } from 'lucide-react'
import { laneColours } from '../components/laneColours.ts'
import { IconButton } from '../components/IconButton.tsx'
import { LaneKey } from '../components/Chip.tsx'
import { Segmented } from '../components/Segmented.tsx'
import { Select } from '../components/Select.tsx'
import type { Current } from '../queries/useCurrent.ts'
import { showCompare } from '../state/view.ts'
import { letters } from './letters.ts'

export type CompareLens = 'happened' | 'seen'
export const mostColumns = 4

type Props = { readonly current: Current; readonly branches: readonly string[]; readonly lens: CompareLens; readonly onLens: (lens: CompareLens) => void }

/** Which branches stand side by side, and what is shown of them. */
export function CompareBar({ current: { branch, overview }, branches, lens, onLens }: Props) {
  const names = overview.branches.map(({ name }) => name)
  const lanes = laneColours(names, branch)
  const free = names.filter((name) => !branches.includes(name))
  const change = (at: number, name: string): void => showCompare(branches.map((one, nth) => (nth === at ? name : one === name ? (branches[at] ?? one) : one)))
  return (
    <header className="flex min-h-(--pane-head-h) flex-wrap items-center gap-2 border-b border-subtle px-3.5 py-1.5">
      {branches.map((name, at) => (
        <span key={name} className="inline-flex items-center gap-1.5">
          {at === 1 && branches.length === 2 && <IconButton label="Swap the sides" icon={ArrowLeftRight} box={24} onClick={() => showCompare(branches.toReversed())} />}
          <b className="grid size-5 place-items-center rounded-xs bg-active text-xs">{letters[at]}</b>
          <LaneKey lane={lanes.get(name) ?? 0} />
          <Select look="framed" label={`Branch ${letters[at]}`} value={name} options={names.map((one) => ({ value: one, label: one }))} onChange={(next) => change(at, next)} />
          {branches.length > 2 && <IconButton label={`Take ${name} out`} icon={X} box={24} onClick={() => showCompare(branches.filter((one) => one !== name))} />}
        </span>
      ))}
      {free.length > 0 && branches.length < mostColumns && <IconButton label="Add a branch" icon={Plus} box={24} onClick={() => showCompare([...branches, free[0] ?? ''])} />}
      <span className="grow" />
      <Segmented small label="Show" value={lens} options={[{ value: 'happened', label: 'As it happened' }, { value: 'seen', label: 'As the model sees' }]} onChange={onLens} />
    </header>
  )
}
