import { Bot, Braces, Paperclip, ScanEye, SlidersHorizontal } from 'lucide-react'
import { openComposerMenu } from '../state/composerMenu.ts'
import { revealPane } from '../state/layout.ts'
import { showTalk, useView } from '../state/view.ts'
import { looks, setXrayLook, useXrayLook } from '../xray/xrayLook.ts'
import type { XrayLook } from '../xray/xrayLook.ts'
import { needsTract } from './command.ts'
import type { Command } from './command.ts'
import type { CommandContext } from './context.ts'

/** How the next message is asked, what goes with it, and how the request is shown. */
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
  'xray.messages': look('messages', 'Show the context line by line'),
  'xray.openai': look('openai', 'Show the request as OpenAI JSON'),
  'xray.anthropic': look('anthropic', 'Show the request as Anthropic JSON'),
  'xray.ollama': look('ollama', 'Show the request as Ollama JSON'),
} as const satisfies Record<string, Command>

function whyNoSettings({ settings }: CommandContext): string | null {
  const chosen = settings?.providers.find(({ id }) => id === settings.chat.provider)
  return chosen?.kind === 'demo' ? 'The demo model has no settings' : null
}

function look(to: XrayLook, title: string): Command {
  return {
    id: `xray.${to}`, group: 'view', scope: 'page', icon: to === 'messages' ? ScanEye : Braces, keys: [],
    title: () => title,
    sub: () => looks.find(({ value }) => value === to)?.label ?? null,
    whyNot: (context) => needsTract(context) ?? (useXrayLook.getState().look === to ? 'It is shown so already' : null),
    run: () =>
      inTalk(() => {
        revealPane('xray')
        setXrayLook(to)
      }),
  }
}

/** Does it where the chat is; a moment later when that has to come back first. */
function inTalk(act: () => void): void {
  if (useView.getState().page.kind === 'talk') return act()
  showTalk()
  requestAnimationFrame(act)
}
