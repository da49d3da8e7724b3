import { ArrowUp, Pencil, X } from 'lucide-react'
import { attach } from '../state/attachments.ts'
import { draftAt, placeOf, setDraft } from '../state/drafts.ts'
import { setOnce } from '../state/once.ts'
import { changeQueued, removeQueued } from '../state/queue.ts'
import type { Queued } from '../state/queue.ts'
import type { Command } from './command.ts'
import type { CommandContext } from './context.ts'
import { focusComposer } from './focus.ts'

/** What becomes of messages that wait to be sent. The buttons beside each do the same with that one. */
export const queueCommands = {
  'queue.sendNow': {
    id: 'queue.sendNow', group: 'talk', scope: 'page', icon: ArrowUp, keys: [],
    title: () => 'Send now what waits',
    whyNot: (context) => noQueue(context) ?? (context.live !== null ? 'An answer is being written' : context.canReach ? null : 'You are offline'),
    run: ({ queue }) => queue[0] !== undefined && sendQueued(queue[0]),
  },
  'queue.edit': {
    id: 'queue.edit', group: 'talk', scope: 'page', icon: Pencil, keys: [], whileLooking: true,
    title: () => 'Edit the last message that waits',
    whyNot: noQueue,
    run: ({ queue }) => takeBack(queue.at(-1)),
  },
  'queue.cancel': {
    id: 'queue.cancel', group: 'talk', scope: 'page', icon: X, keys: [], whileLooking: true,
    title: () => 'Cancel the last message that waits',
    whyNot: noQueue,
    run: ({ queue }) => queue.length > 0 && removeQueued(queue.at(-1)?.id ?? ''),
  },
} as const satisfies Record<string, Command>

function noQueue({ queue }: CommandContext): string | null {
  return queue.length === 0 ? 'No message waits to be sent' : null
}

/** Whatever it waited for. */
export const sendQueued = ({ id }: Queued): void => changeQueued(id, { after: null, state: 'waiting', problem: null })

/** Puts a message that waits back into the composer, above what is written there. */
export function takeBack(queued: Queued | undefined): void {
  if (queued === undefined) return
  const { id, tract, branch, said } = queued
  const typed = draftAt(placeOf(tract, branch))
  setDraft(tract, branch, { as: 'user', text: [said.text, typed.text].filter((text) => text !== '').join('\n\n') })
  attach(tract, branch, said.attachments)
  setOnce(tract, branch, said.once)
  removeQueued(id)
  focusComposer()
}
