import { Bot, Paperclip, SlidersHorizontal } from 'lucide-react'
import { openComposerMenu } from '../state/composerMenu.ts'
import { needsTract } from './command.ts'
import type { Command } from './command.ts'
import type { CommandContext } from './context.ts'
import { inTalk } from './inTalk.ts'

/** How the next message is asked, and what goes with it. */
export const composerCommands = {
  'chat.model': {
    id: 'chat.model', group: 'talk', scope: 'page', icon: Bot, keys: [], whileLooking: true,
    title: () => 'Choose the model…',
    whyNot: needsTract,
    run: () => inTalk(() => openComposerMenu('model')),
  },
  'chat.settings': {
    id: 'chat.settings', group: 'talk', scope: 'page', icon: SlidersHorizontal, keys: [], whileLooking: true,
    title: () => 'Settings of the call…',
    whyNot: (context) => needsTract(context) ?? whyNoSettings(context),
    run: () => inTalk(() => openComposerMenu('settings')),
  },
  'chat.attach': {
    id: 'chat.attach', group: 'talk', scope: 'page', icon: Paperclip, keys: [], whileLooking: true,
    title: () => 'Attach text files…',
    whyNot: (context) => needsTract(context) ?? (context.draft.as === 'instruction' ? 'A system prompt takes no files' : null),
    run: () => inTalk(() => document.querySelector<HTMLInputElement>('[data-composer] input[type="file"]')?.click()),
  },
} as const satisfies Record<string, Command>

function whyNoSettings({ settings }: CommandContext): string | null {
  const chosen = settings?.providers.find(({ id }) => id === settings.chat.provider)
  return chosen?.kind === 'demo' ? 'The demo model has no settings' : null
}
