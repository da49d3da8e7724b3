import { Lightbulb, X } from 'lucide-react'
import { CommandButton } from '../commands/CommandButtons.tsx'
import { commands } from '../commands/registry.ts'
import { useCommand } from '../commands/useCommand.ts'
import { IconButton } from '../components/IconButton.tsx'
import { Keys } from '../components/Keys.tsx'
import { LinkButton } from '../components/LinkButton.tsx'
import { attempt } from '../faults/attempt.ts'
import { updateSettings } from '../queries/settings.ts'
import { showToast } from '../state/toasts.ts'
import { useTip } from '../state/tip.ts'
import { useWords } from '../words/words.ts'
import { closeTip } from './offerTip.ts'
import { tipOf } from './tips.ts'
import type { Tip, TipId } from './tips.ts'

/** What is worth knowing about what was just done. It has a line of its own, so that it never lies over anything, and goes with the next command. */
export function TipStrip() {
  const tip = useTip((shown) => shown.tip)
  return tip === null ? null : <Shown id={tip} />
}

function Shown({ id }: { readonly id: TipId }) {
  const words = useWords()
  const { words: said, points } = tipOf(id, words, id in commands && commands[id as keyof typeof commands].scope === 'list')
  return (
    <aside aria-label="Tip" data-tip className="flex min-h-9 items-center gap-2.5 border-t border-line bg-accent-soft px-3.5 py-1.5 text-sm">
      <Lightbulb size={14} className="text-accent-text" />
      <p className="flex min-w-0 grow flex-wrap items-center gap-x-2 gap-y-1">
        {said !== '' && <span>{said}</span>}{' '}
        {points !== null && <Pointer {...points} />}
      </p>
      <LinkButton onClick={() => void turnOff()}>no more tips</LinkButton>
      <IconButton label="Close the tip" icon={X} box={24} onClick={closeTip} />
    </aside>
  )
}

/** The key itself, or where a command has none, its button. */
function Pointer({ command, does }: NonNullable<Tip['points']>) {
  const { keys } = useCommand(command)
  if (keys === undefined) return <CommandButton id={command} size="sm" />
  return (
    <span className="inline-flex items-center gap-1.5 text-soft">
      <Keys keys={keys} isRead /> {does}
    </span>
  )
}

async function turnOff(): Promise<void> {
  if ((await attempt(() => updateSettings({ tips: { areOn: false } }))) === undefined) return
  closeTip()
  showToast({ tone: 'done', text: 'No more tips; the settings bring them back', action: { label: 'Undo', run: () => void attempt(() => updateSettings({ tips: { areOn: true } })) } })
}
