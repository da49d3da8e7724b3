import { useQuery } from '@tanstack/react-query'
import { ArrowUp, Bookmark, CalendarClock, Check, ChevronDown, Clock, GitBranch, History, LocateFixed } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useCommand } from '../commands/useCommand.ts'
import { Menu, MenuItem, MenuLabel, MenuLine } from '../components/Menu.tsx'
import { tagsQuery } from '../queries/branches.ts'
import type { Current } from '../queries/useCurrent.ts'
import { useAsOfFor } from '../state/asOf.ts'
import { backToHead, showAt } from '../state/xray.ts'
import type { XrayAt } from '../state/xray.ts'
import { useWords } from '../words/words.ts'
import { atWords } from './atWords.ts'

/** Which context is shown: where you are, or of another step, time, branch or bookmark. */
export function AtMenu({ current, at }: { readonly current: Current; readonly at: XrayAt }) {
  const isPast = useAsOfFor(current.tract) !== null
  const where = atWords(at, { isPast, step: current.at })
  return (
    <Menu
      trigger={
        <button type="button" aria-label={`Which context: ${where}`} className={`inline-flex h-6 min-w-0 items-center gap-[5px] rounded-sm px-[7px] text-xs press hover:bg-hover data-[state=open]:bg-active ${at.kind === 'head' && !isPast && current.at === null ? 'text-soft' : 'text-warning'}`}>
          <span className="truncate">{where}</span>
          <ChevronDown size={12} className="opacity-55" />
        </button>
      }
    >
      <Choices current={current} at={at} />
    </Menu>
  )
}

function Choices({ current: { tract, branch, overview }, at }: { readonly current: Current; readonly at: XrayAt }) {
  const words = useWords()
  const { data: tags = [] } = useQuery(tagsQuery(tract))
  const others = overview.branches.filter(({ name }) => name !== branch)
  const choose = (next: XrayAt) => () => showAt(tract, branch, next)
  return (
    <>
      <Choice icon={LocateFixed} isOn={at.kind === 'head'} sub={words.here} onSelect={backToHead}>
        HEAD
      </Choice>
      <StepChoices />
      <MenuLine />
      {times.map(({ label, agoMs }) => (
        <MenuItem key={label} icon={Clock} onSelect={() => showAt(tract, branch, { kind: 'time', time: Date.now() - agoMs })}>
          {label}
        </MenuItem>
      ))}
      <Choice icon={CalendarClock} isOn={at.kind === 'time'} onSelect={() => showAt(tract, branch, { kind: 'time', time: at.kind === 'time' ? at.time : Date.now() })}>
        A date and time…
      </Choice>
      {others.length > 0 && <MenuLabel>Another branch</MenuLabel>}
      {others.map(({ name }) => (
        <Choice key={name} icon={GitBranch} isOn={at.kind === 'branch' && at.branch === name} onSelect={choose({ kind: 'branch', branch: name })}>
          {name}
        </Choice>
      ))}
      {tags.length > 0 && <MenuLabel>{words.bookmark}</MenuLabel>}
      {tags.map(({ name, commit }) => (
        <Choice key={name} icon={Bookmark} isOn={at.kind === 'bookmark' && at.name === name} onSelect={choose({ kind: 'bookmark', name, commit })}>
          {name}
        </Choice>
      ))}
    </>
  )
}

/** Of the step that the panes point at. */
function StepChoices() {
  const [then, sent] = [useCommand('xray.then'), useCommand('xray.sent')]
  return (
    <>
      <MenuItem icon={History} keys={then.keys} off={then.off} onSelect={then.run}>
        After the chosen step
      </MenuItem>
      <MenuItem icon={ArrowUp} off={sent.off} onSelect={sent.run}>
        Sent for the chosen answer
      </MenuItem>
    </>
  )
}

type ChoiceProps = { readonly icon: LucideIcon; readonly isOn: boolean; readonly sub?: string; readonly onSelect: () => void; readonly children: ReactNode }

const Choice = ({ icon, isOn, sub, onSelect, children }: ChoiceProps) => (
  <MenuItem icon={icon} sub={sub} end={isOn ? <Check size={14} className="text-accent-text" /> : undefined} onSelect={onSelect}>
    {children}
  </MenuItem>
)

const minute = 60_000
const times = [
  { label: '10 minutes ago', agoMs: 10 * minute },
  { label: '1 hour ago', agoMs: 60 * minute },
  { label: 'A day ago', agoMs: 24 * 60 * minute },
] as const
