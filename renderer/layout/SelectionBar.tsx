import { Ellipsis, X } from 'lucide-react'
import type { Priority } from '../../core/model/content.ts'
import type { TranscriptMessage } from '../../core/model/context.ts'
import { CommandButton, CommandItem } from '../commands/CommandButtons.tsx'
import { useChosen } from '../commands/useChosen.ts'
import { IconButton } from '../components/IconButton.tsx'
import { Menu } from '../components/Menu.tsx'
import { Num } from '../components/Num.tsx'
import { dropChosen } from '../state/selection.ts'
import { counted, signed } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { useSmall } from '../state/useSmall.ts'

/** What can be done with all chosen steps at once, and what that would do to the size of the context. There while steps are chosen. */
export function SelectionBar() {
  const chosen = useChosen()
  const words = useWords()
  const isSmall = useSmall()
  if (chosen.length === 0) return null
  const tokens = chosen.reduce((sum, message) => sum + message.tokens, 0)
  return (
    <section aria-label="Chosen steps" className="flex min-h-10 items-center gap-2 overflow-x-auto border-t border-line bg-selected px-3.5 text-sm whitespace-nowrap">
      <span role="status">
        <b className="font-medium">{counted(chosen.length, words.step, words.steps)}</b> <span className="text-muted">·</span> <Num value={tokens} prefix="~" /> tokens
      </span>
      <span className="grow" />
      {acts.map(({ id, to, short }) => (
        <CommandButton key={id} id={id} size="sm">
          {isSmall ? short : `${words[to === 'pinned' ? 'pin' : to === 'skip' ? 'hide' : 'normal']}${effect(to, chosen)}`}
        </CommandButton>
      ))}
      <CommandButton id="step.compress" size="sm" />
      {chosen.length === 2 && <CommandButton id="step.compare" size="sm">Compare</CommandButton>}
      <CommandButton id="step.take" size="sm">Take along</CommandButton>
      <Menu
        align="end"
        trigger={<IconButton label="More for the chosen steps" icon={Ellipsis} box={24} />}
      >
        <CommandItem id="step.copy" />
        <CommandItem id="step.bookmark" />
      </Menu>
      <IconButton label="Let them go" icon={X} box={24} keys="Escape" onClick={dropChosen} />
    </section>
  )
}

const acts = [
  { id: 'step.pin', to: 'pinned', short: 'Keep' },
  { id: 'step.hide', to: 'skip', short: 'Hide' },
  { id: 'step.normal', to: 'normal', short: 'Normal' },
] as const

/** " −812": what it would do to the context; empty where it changes nothing. */
function effect(to: Priority, chosen: readonly TranscriptMessage[]): string {
  const change = chosen.reduce((sum, { shown, tokens }) => (shown === (to !== 'skip') ? sum : sum + (to === 'skip' ? -tokens : tokens)), 0)
  return change === 0 ? '' : ` ${signed(change)}`
}
