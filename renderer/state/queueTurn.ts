import type { ChatState } from '../../main/contract/chat.ts'
import type { Queued } from './queue.ts'

export type QueueTurn =
  | 'send'
  /** Its turn comes by itself: when the answer is complete, or when the provider can be reached again. */
  | 'answer'
  | 'network'
  /** A person decides: the message before it has no answer, or it couldn't be sent. */
  | 'ask'

type Facts = { readonly chat: ChatState; readonly canReach: boolean }

/** Whether the first message of a queue goes now, and else what it waits for. */
export function queueTurn({ branch, after, state }: Queued, { chat, canReach }: Facts): QueueTurn {
  if (chat.live.some((reply) => reply.branch === branch)) return 'answer'
  if (state !== 'waiting') return 'ask'
  if (after !== null && chat.awaiting.some((waiting) => waiting.branch === branch)) return 'ask'
  return canReach ? 'send' : 'network'
}
