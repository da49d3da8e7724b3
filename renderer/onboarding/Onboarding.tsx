import { useQuery } from '@tanstack/react-query'
import { ChevronRight, Play, Plug, ScrollText } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { runCommand } from '../commands/registry.ts'
import { cx } from '../components/cx.ts'
import { settingsQuery } from '../queries/settings.ts'

/** What stands in the chat of a tract in which nothing was said: what this is, and the ways to begin. */
export function Onboarding() {
  const { data: settings } = useQuery(settingsQuery())
  const chosen = settings?.providers.find(({ id }) => id === settings.chat.provider)
  const isDemo = chosen === undefined || chosen.kind === 'demo'
  return (
    <div className="grid h-full content-center justify-items-center gap-[26px] overflow-y-auto px-10 py-6">
      <header className="grid max-w-115 gap-2.5 text-center">
        <h1 className="text-2xl font-semibold tracking-[-.022em]">See and shape what the model sees</h1>
        <p className="text-read text-soft">Every message is a step. You can hide, pin and correct it, branch off and bring branches together. Nothing you do here loses anything.</p>
      </header>
      <div className="grid w-full max-w-115 gap-2.5">
        <Starter isMain icon={Play} title="Open the sample" onStart={() => void runCommand('sample.open')}>
          Return-policy bot, 32 steps, offline, no key
        </Starter>
        <Starter icon={ScrollText} title="Write a system prompt" onStart={() => void runCommand('chat.writeSystemPrompt')}>
          Start empty and say who the model is
        </Starter>
        <Starter icon={Plug} title={isDemo ? 'Connect a model' : 'Choose another model'} onStart={() => void runCommand('app.providers')}>
          {isDemo ? 'OpenAI, Anthropic or a server of your own; until then the demo model answers' : `${settings?.chat.model ?? ''} of ${chosen.name} answers now`}
        </Starter>
      </div>
    </div>
  )
}

type StarterProps = { readonly icon: LucideIcon; readonly title: string; readonly children: ReactNode; readonly isMain?: boolean; readonly onStart: () => void }

function Starter({ icon: Icon, title, children, isMain = false, onStart }: StarterProps) {
  return (
    <button
      type="button"
      onClick={onStart}
      className={cx(
        'grid grid-cols-[36px_minmax(0,1fr)_auto] items-center gap-3.5 rounded-lg bg-raised py-[13px] pr-4 pl-3.5 text-left press hover:bg-[color-mix(in_srgb,var(--bg-raised),var(--text)_3%)]',
        isMain ? 'shadow-[inset_0_0_0_1.5px_var(--accent),var(--shadow-1)]' : 'inset-ring inset-ring-line',
      )}
    >
      <span className={cx('grid size-9 place-items-center rounded-md', isMain ? 'bg-accent-soft text-accent-text' : 'bg-active text-soft')}>
        <Icon size={18} />
      </span>
      <span className="min-w-0">
        <b className="block text-read/(--lh-md)">{title}</b>
        <span className="text-sm text-muted">{children}</span>
      </span>
      <ChevronRight size={16} />
    </button>
  )
}
