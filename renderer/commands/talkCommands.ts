import { ArrowUp, MessageSquarePlus, RefreshCw, ScrollText, Square } from 'lucide-react'
import { attempt } from '../faults/attempt.ts'
import { append } from '../queries/acts.ts'
import { retry, send, stop } from '../queries/chat.ts'
import { draftSent, setDraft } from '../state/drafts.ts'
import type { Command } from './command.ts'
import type { CommandContext } from './context.ts'
import { focusComposer } from './focus.ts'

/** Sending, stopping, asking again. */
export const talkCommands = {
  'chat.send': {
    id: 'chat.send', group: 'talk', scope: 'composer', icon: ArrowUp, keys: ['Enter'],
    title: ({ draft }) => (draft.as === 'instruction' ? 'Save the system prompt' : 'Send'),
    whyNot: whyNoSend,
    run: sendDraft,
  },
  'chat.append': {
    id: 'chat.append', group: 'talk', scope: 'composer', icon: MessageSquarePlus, keys: ['Alt+Enter'],
    title: () => 'Add without asking for an answer',
    whyNot: whyNoSend,
    run: (context) => appendDraft(context),
  },
  'chat.stop': {
    id: 'chat.stop', group: 'talk', scope: 'anywhere', icon: Square, keys: ['Escape', 'Mod+.'],
    title: () => 'Stop the answer',
    whyNot: ({ live }) => (live === null ? 'No answer is being written' : null),
    run: ({ live }) => live !== null && attempt(() => stop(live.call)),
  },
  'chat.retry': {
    id: 'chat.retry', group: 'talk', scope: 'page', icon: RefreshCw, keys: [],
    title: () => 'Ask for an answer',
    whyNot: ({ chat, branch, live }) => (live !== null ? 'An answer is being written' : chat?.awaiting.some((waiting) => waiting.branch === branch) ? null : 'No message waits for an answer'),
    run: ({ tract, branch }) => tract !== null && branch !== null && attempt(() => retry(tract, branch)),
  },
  'chat.writeSystemPrompt': {
    id: 'chat.writeSystemPrompt', group: 'talk', scope: 'page', icon: ScrollText, keys: [],
    title: () => 'Write a system prompt',
    whyNot: ({ branch }) => (branch === null ? 'Nothing is open yet' : null),
    run: ({ tract, branch }) => {
      if (tract === null || branch === null) return
      setDraft(tract, branch, { as: 'instruction' })
      focusComposer()
    },
  },
} as const satisfies Record<string, Command>

function whyNoSend({ branch, draft, live, connected }: CommandContext): string | null {
  if (branch === null) return 'Nothing is open yet'
  if (!connected) return 'The connection is lost: your text is kept'
  if (draft.text.trim() === '') return 'Write something first'
  if (live !== null && draft.as === 'user') return 'Wait for the answer, or stop it'
  return null
}

/** The draft is forgotten only when the host says that it has it. */
async function sendDraft(context: CommandContext): Promise<void> {
  const { tract, branch, draft } = context
  if (tract === null || branch === null) return
  if (draft.as === 'instruction') return await appendDraft(context)
  const started = await attempt(() => send(tract, branch, draft.text))
  if (started !== undefined) draftSent(tract, branch, draft.text)
}

async function appendDraft({ tract, branch, draft }: CommandContext): Promise<void> {
  if (tract === null || branch === null) return
  const added = await attempt(() => append(tract, branch, draft.as, draft.text))
  if (added !== undefined) draftSent(tract, branch, draft.text)
}
