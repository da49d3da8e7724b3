import { Braces, Diff, History, Link, LocateFixed, ScanEye, Send, Spline } from 'lucide-react'
import { isModelAnswer } from '../chat/answerFacts.ts'
import { revealPane } from '../state/layout.ts'
import { focusMessage, toggleLinked, useSelection } from '../state/selection.ts'
import { backToHead, setXrayLook, showAt, toggleRibbons, useXray, xrayAt } from '../state/xray.ts'
import type { XrayAt, XrayLook } from '../state/xray.ts'
import { openDialog } from '../state/view.ts'
import { looks } from '../xray/xrayLook.ts'
import { can, needsStep, needsTract } from './command.ts'
import type { Command } from './command.ts'
import type { CommandContext } from './context.ts'
import { focusPane } from './focus.ts'
import { inTalk } from './inTalk.ts'

/** What the model sees, and of when. */
export const xrayCommands = {
  'xray.why': {
    id: 'xray.why', group: 'step', scope: 'list', icon: ScanEye, keys: ['W'], whileLooking: true,
    title: () => 'Show in the X-ray: why it is in or out',
    whyNot: needsStep,
    run: ({ target }) =>
      inTalk(() => {
        if (target === null) return
        setXrayLook('messages')
        revealPane('xray')
        focusMessage(target.messageId, 'command')
        focusPane('xray')
      }),
  },
  'xray.then': {
    id: 'xray.then', group: 'step', scope: 'list', icon: History, keys: ['Shift+W'], whileLooking: true,
    title: () => 'Show what the model saw right after this step',
    whyNot: needsStep,
    run: (context) => look(context, context.target && { kind: 'step', message: context.target.messageId }),
  },
  'xray.sent': {
    id: 'xray.sent', group: 'step', scope: 'page', icon: History, keys: [], whileLooking: true,
    title: () => 'Show what was sent for this answer',
    whyNot: (context) => needsStep(context) ?? (context.target !== null && isModelAnswer(context.target) ? null : 'No model wrote this step'),
    run: (context) => look(context, context.target && { kind: 'sent', message: context.target.messageId }),
  },
  'xray.head': {
    id: 'xray.head', group: 'view', scope: 'page', icon: LocateFixed, keys: [],
    title: () => 'X-ray: back to HEAD',
    whyNot: ({ tract, branch }) => (tract !== null && branch !== null && xrayAt(tract, branch).kind !== 'head' ? null : 'The X-ray is at HEAD'),
    run: backToHead,
  },
  'xray.messages': lookCommand('messages', 'Show the context line by line'),
  'xray.diff': lookCommand('diff', 'Show what changed in the context'),
  'xray.openai': lookCommand('openai', 'Show the request as OpenAI JSON'),
  'xray.anthropic': lookCommand('anthropic', 'Show the request as Anthropic JSON'),
  'xray.ollama': lookCommand('ollama', 'Show the request as Ollama JSON'),
  'xray.sendRaw': {
    id: 'xray.sendRaw', group: 'view', scope: 'page', icon: Send, keys: [],
    title: () => 'Send the raw request once…',
    sub: () => 'changed by hand, to try it; nothing is written',
    whyNot: (context) => needsTract(context) ?? whyNotRaw(context),
    run: () => openDialog({ kind: 'sendRaw' }),
  },
  'xray.ribbons': {
    id: 'xray.ribbons', group: 'view', scope: 'page', icon: Spline, keys: [],
    title: () => (useXray.getState().ribbons ? 'Hide the ribbons between chat and X-ray' : 'Show the ribbons between chat and X-ray'),
    whyNot: can,
    run: toggleRibbons,
  },
  'xray.link': {
    id: 'xray.link', group: 'view', scope: 'page', icon: Link, keys: [],
    title: () => (useSelection.getState().isLinked ? 'Don’t let the X-ray scroll with the other panes' : 'Let the X-ray scroll with the other panes'),
    whyNot: can,
    run: toggleLinked,
  },
} as const satisfies Record<string, Command>

function whyNotRaw({ settings, connected, canReach, app }: CommandContext): string | null {
  if (app !== null && app.file.readOnly !== null) return 'The file is open to read only, so what it costs could not be kept'
  const chosen = settings?.providers.find(({ id }) => id === settings.chat.provider)
  if (chosen?.kind === 'demo') return 'The demo model is asked without a request: choose a provider'
  return connected && canReach ? null : 'There is no connection to the provider'
}

function look({ tract, branch }: CommandContext, at: XrayAt | null): void {
  if (tract === null || branch === null || at === null) return
  inTalk(() => {
    showAt(tract, branch, at)
    revealPane('xray')
  })
}

function lookCommand(to: XrayLook, title: string): Command {
  return {
    id: `xray.${to}`, group: 'view', scope: 'page', icon: to === 'messages' ? ScanEye : to === 'diff' ? Diff : Braces, keys: [],
    title: () => title,
    sub: () => looks.find(({ value }) => value === to)?.label ?? null,
    whyNot: (context) => needsTract(context) ?? (useXray.getState().look === to ? 'It is shown so already' : null),
    run: () =>
      inTalk(() => {
        revealPane('xray')
        setXrayLook(to)
      }),
  }
}
