import { ArrowLeftRight, Copy, Plus, X } from 'lucide-react'
import { laneColours } from '../components/laneColours.ts'
import { IconButton } from '../components/IconButton.tsx'
import { LaneKey } from '../components/Chip.tsx'
import { Segmented } from '../components/Segmented.tsx'
import { Select } from '../components/Select.tsx'
import type { Current } from '../queries/useCurrent.ts'
import { setCompareLook, useCompareLook } from '../state/compareLook.ts'
import { showCompare } from '../state/view.ts'
import { letters } from './letters.ts'

export const mostColumns = 4

type Props = { readonly current: Current; readonly branches: readonly string[]; /** null: it isn't read yet. */ readonly onCopy: (() => void) | null }

/** Which branches stand side by side, and what is shown of them. */
export function CompareBar({ current: { branch, overview }, branches, onCopy }: Props) {
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
      <Looks onCopy={onCopy} />
    </header>
  )
}

/** What is shown of them, and how. */
function Looks({ onCopy }: Pick<Props, 'onCopy'>) {
  const { view, diff, align, together } = useCompareLook()
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Segmented small label="Show" value={view} options={views} onChange={(next) => setCompareLook({ view: next })} />
      {view === 'answers' && (
        <>
          <Select label="Align" value={align} options={aligns} onChange={(next) => setCompareLook({ align: next })} />
          <Select label="Differences" value={diff} options={diffs} onChange={(next) => setCompareLook({ diff: next })} />
          <label className="inline-flex h-6 items-center gap-1.5 text-xs text-soft">
            <input type="checkbox" checked={together} onChange={(event) => setCompareLook({ together: event.target.checked })} className="size-3.5 accent-(--accent-solid)" />
            Scroll together
          </label>
        </>
      )}
      <IconButton label="Copy the comparison as Markdown" icon={Copy} box={24} off={onCopy === null ? 'The branches are being read' : null} onClick={() => onCopy?.()} />
    </div>
  )
}

const views = [{ value: 'answers', label: 'Answers' }, { value: 'context', label: 'Context' }, { value: 'graph', label: 'Graph' }] as const
const aligns = [{ value: 'message', label: 'Align by message' }, { value: 'place', label: 'Align by place' }] as const
const diffs = [{ value: 'words', label: 'Differing words' }, { value: 'messages', label: 'Differing messages' }, { value: 'none', label: 'No marks' }] as const
