import { useQuery } from '@tanstack/react-query'
import { Bookmark, ChevronDown, GitBranch, History, MessageSquareText, Send } from 'lucide-react'
import { currentContext } from '../commands/context.ts'
import { useChosen } from '../commands/useChosen.ts'
import { Menu, MenuItem, MenuLabel, MenuLine } from '../components/Menu.tsx'
import { tagsQuery } from '../queries/branches.ts'
import type { Current } from '../queries/useCurrent.ts'
import type { DiffSide } from '../state/diffSides.ts'
import { useSelection } from '../state/selection.ts'
import { plainText, textOf } from '../words/contents.ts'
import { useWords } from '../words/words.ts'

type Props = { readonly label: string; readonly side: DiffSide; readonly current: Current; /** The branch that is open now. */ readonly now: string; readonly hasCall?: boolean; readonly onChoose: (side: DiffSide) => void }

/** One side of a comparison. */
export function SideMenu({ label, side, current, now, hasCall = false, onChoose }: Props) {
  const words = sideWords(side, now)
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" aria-label={`${label}: ${words}`} className="inline-flex h-6 min-w-0 items-center gap-[5px] rounded-sm px-[7px] text-xs text-soft press hover:bg-hover data-[state=open]:bg-active">
          <span className="max-w-52 truncate">{words}</span>
          <ChevronDown size={12} className="shrink-0 opacity-55" />
        </button>
      }
    >
      <Choices current={current} now={now} hasCall={hasCall} onChoose={onChoose} />
    </Menu>
  )
}

function Choices({ current: { tract, at, overview }, now, hasCall, onChoose }: Omit<Props, 'label' | 'side'>) {
  const words = useWords()
  const { data: tags = [] } = useQuery(tagsQuery(tract))
  return (
    <>
      {hasCall && <MenuItem icon={Send} onSelect={() => onChoose({ kind: 'lastCall' })}>The previous call</MenuItem>}
      <MenuItem icon={GitBranch} onSelect={() => onChoose({ kind: 'now' })}>{`${now}, now`}</MenuItem>
      {at !== null && <MenuItem icon={History} onSelect={() => onChoose({ kind: 'shown' })}>What the panes show</MenuItem>}
      <StepChoices onChoose={onChoose} />
      {overview.branches.length > 1 && <MenuLine />}
      {overview.branches.filter(({ name, commit }) => name !== now && commit !== null).map(({ name, commit }) => (
        <MenuItem key={name} icon={GitBranch} onSelect={() => onChoose({ kind: 'at', at: commit ?? name, words: name })}>{name}</MenuItem>
      ))}
      {tags.length > 0 && <MenuLabel>{words.bookmark}</MenuLabel>}
      {tags.map(({ name, commit }) => (
        <MenuItem key={name} icon={Bookmark} onSelect={() => onChoose({ kind: 'at', at: commit, words: name })}>{name}</MenuItem>
      ))}
    </>
  )
}

const mostChosen = 6

/** The focused step, and those that are chosen together. */
function StepChoices({ onChoose }: Pick<Props, 'onChoose'>) {
  const words = useWords()
  const focused = useSelection((selection) => selection.focused)
  const chosen = useChosen()
  const target = focused === null ? null : currentContext(focused).target
  const steps = chosen.length > 0 ? chosen.slice(0, mostChosen) : target === null ? [] : [target]
  if (steps.length === 0) return <MenuItem icon={MessageSquareText} off={`Choose a ${words.step} first`} onSelect={() => {}}>{`After a ${words.step}`}</MenuItem>
  return steps.map(({ messageId, content }) => {
    const excerpt = plainText(textOf(content), 32)
    return <MenuItem key={messageId} icon={MessageSquareText} onSelect={() => onChoose({ kind: 'at', at: messageId, words: `after “${excerpt}”` })}>{`After “${excerpt}”`}</MenuItem>
  })
}

function sideWords(side: DiffSide, now: string): string {
  if (side.kind === 'at') return side.words
  return side.kind === 'now' ? `${now}, now` : side.kind === 'shown' ? 'what the panes show' : 'the previous call'
}
