import { ArrowUp, MessageSquarePlus, RefreshCw, ScrollText, Square } from 'lucide-react'
import { withQuotes } from '../chat/quotes.ts'
import { whyOverLimit } from '../chat/overLimit.ts'
import { attempt } from '../faults/attempt.ts'
import { append, startBranch } from '../queries/acts.ts'
import { add, retry, send, stop } from '../queries/chat.ts'
import { altBranchAt } from '../state/altBranch.ts'
import { attachmentsAt, detach } from '../state/attachments.ts'
import type { AttachedFile } from '../state/attachments.ts'
import { draftSent, setDraft } from '../state/drafts.ts'
import { onceAt, onceSent } from '../state/once.ts'
import { enqueue } from '../state/queue.ts'
import { focusMessage } from '../state/selection.ts'
import { altBranchName, whyNotBranchName } from './branchNames.ts'
import type { Command } from './command.ts'
import type { CommandContext } from './context.ts'
import { focusComposer } from './focus.ts'
import { oneAtATime } from './oneAtATime.ts'

/** Sending, stopping, asking again. */
export const talkCommands = {
  'chat.send': {
    id: 'chat.send', group: 'talk', scope: 'composer', icon: ArrowUp, keys: ['Enter'], whileLooking: true,
    title: (context) => (context.draft.as === 'instruction' ? 'Save the system prompt' : sendWords[whenSent(context)]),
    whyNot: whyNoSend,
    run: (context) => oneAtATime(`say on ${context.tract}/${context.branch}`, () => sendDraft(context)),
  },
  'chat.append': {
    id: 'chat.append', group: 'talk', scope: 'composer', icon: MessageSquarePlus, keys: ['Alt+Enter'], whileLooking: true,
    title: () => 'Add without asking for an answer',
    whyNot: whyNoText,
    run: (context) => oneAtATime(`say on ${context.tract}/${context.branch}`, () => appendDraft(context)),
  },
  'chat.stop': {
    id: 'chat.stop', group: 'talk', scope: 'anywhere', icon: Square, keys: ['Escape', 'Mod+.'], whileLooking: true,
    title: () => 'Stop the answer',
    whyNot: ({ live }) => (live === null ? 'No answer is being written' : null),
    run: ({ live }) => live !== null && attempt(() => stop(live.call)),
  },
  'chat.retry': {
    id: 'chat.retry', group: 'talk', scope: 'page', icon: RefreshCw, keys: [],
    title: () => 'Ask for an answer',
    whyNot: ({ chat, branch, live }) => (live !== null ? 'An answer is being written' : chat?.awaiting.some((waiting) => waiting.branch === branch) ? null : 'No message waits for an answer'),
    run: ({ tract, branch }) => tract !== null && branch !== null && oneAtATime(`answer on ${tract}/${branch}`, () => attempt(() => retry(tract, branch))),
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

type WhenSent = 'now' | 'answered' | 'back' | 'behind'
const sendWords: { readonly [When in WhenSent]: string } = { now: 'Send', answered: 'Send when the answer is complete', back: 'Send when back', behind: 'Send after what waits' }

/** What is written goes behind the answer that comes, behind the network, and behind what waits already. */
export function whenSent({ live, queue, canReach }: CommandContext): WhenSent {
  if (live !== null) return 'answered'
  if (!canReach) return 'back'
  return queue.length > 0 ? 'behind' : 'now'
}

function whyNoText(context: CommandContext): string | null {
  const { tract, branch, draft, connected } = context
  if (tract === null || branch === null) return 'Nothing is open yet'
  if (!connected) return 'The connection is lost: your text is kept'
  if (draft.text.trim() === '' && attachmentsAt(tract, branch).length === 0) return 'Write something first'
  return context.at === null ? null : whyNotBranchName(branchToWriteOn(context, branch), context.overview?.branches.map(({ name }) => name) ?? [])
}

function whyNoSend(context: CommandContext): string | null {
  const { draft, overLimit } = context
  const noText = whyNoText(context)
  if (noText !== null || draft.as === 'instruction' || overLimit === null) return noText
  return whyOverLimit(overLimit)
}

/** The draft is forgotten only when the host says that it has it, or when it stands among what waits to be sent. */
async function sendDraft(context: CommandContext): Promise<void> {
  const { tract, branch, at, draft, live, messages } = context
  if (tract === null || branch === null) return
  if (draft.as === 'instruction') return await appendDraft(context)
  const files = attachmentsAt(tract, branch)
  const said = { text: withQuotes(draft.text, messages), attachments: files, once: onceAt(tract, branch) }
  const on = branchToWriteOn(context, branch)
  if (whenSent(context) === 'now') {
    if ((await attempt(() => send(tract, on, said.text, { ...said, startAt: at }))) === undefined) return
  } else {
    if (at !== null && (await attempt(() => startBranch(tract, on, at))) === undefined) return
    enqueue(tract, on, said, live?.call ?? null)
  }
  forget(context, files)
  onceSent(tract, branch)
}

async function appendDraft(context: CommandContext): Promise<void> {
  const { tract, branch, at, draft, messages } = context
  if (tract === null || branch === null) return
  const files = attachmentsAt(tract, branch)
  const added = await attempt<unknown>(() => (draft.as === 'instruction' ? append(tract, branch, draft.as, draft.text) : add(tract, branchToWriteOn(context, branch), withQuotes(draft.text, messages), { attachments: files, startAt: at }).then(() => true)))
  if (added !== undefined) forget(context, draft.as === 'instruction' ? [] : files)
}

/** The branch itself; while an old step of it is looked at, a new one that begins there. */
function branchToWriteOn({ tract, at, overview }: CommandContext, branch: string): string {
  if (tract === null || at === null) return branch
  return altBranchAt(tract, at) ?? altBranchName(overview?.branches.map(({ name }) => name) ?? [], branch)
}

/** What was taken is no draft any more: its words and its files. An old step that was looked at gives way to it: one goes on where it was said. */
function forget({ tract, branch, at, draft }: CommandContext, files: readonly AttachedFile[]): void {
  if (tract === null || branch === null) return
  if (at !== null) focusMessage(null, 'command')
  draftSent(tract, branch, draft.text)
  detach(tract, branch, files.map(({ id }) => id))
}
