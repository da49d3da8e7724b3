import type { PartialAnswer } from '../../core/model/reply.ts'
import type { MessageId } from '../../core/model/ids.ts'
import type { Transcript, TranscriptMessage } from '../../core/model/context.ts'
import type { ChatState, FailedReply, LiveReply } from '../../main/contract/chat.ts'
import type { ChatLens } from '../state/lens.ts'
import type { TooLongFacts } from './tooLong.ts'

/** One line of the list. `key` stays the same as long as it is the same thing. */
export type ChatItem = { readonly key: string } & (
  | { readonly kind: 'earlier'; readonly count: number }
  | { readonly kind: 'message'; readonly message: TranscriptMessage; /** Behind the old step that is looked at. */ readonly isLater?: true }
  | { readonly kind: 'hiddenRun'; readonly messages: readonly TranscriptMessage[]; readonly tokens: number }
  | { readonly kind: 'budget'; readonly maxTokens: number }
  | { readonly kind: 'live'; readonly live: LiveReply }
  | { readonly kind: 'partial'; readonly partial: PartialAnswer }
  | { readonly kind: 'failed'; readonly failed: FailedReply }
  /** What would be sent next is more than the model takes. */
  | { readonly kind: 'tooLong'; readonly facts: TooLongFacts }
  /** Under an answer whose model read only a part of what was sent. */
  | { readonly kind: 'truncated'; readonly isLast: boolean }
  /** Where the view of an old step ends. */
  | { readonly kind: 'later'; readonly count: number }
  | { readonly kind: 'awaiting'; readonly message: MessageId }
)

export type ChatFacts = {
  readonly transcript: Transcript
  readonly chat: ChatState | null
  /** The answer being written here. */
  readonly live: LiveReply | null
  readonly branch: string
  readonly lens: ChatLens
  /** Hidden messages that were unfolded: by the first of their run. */
  readonly opened: ReadonlySet<MessageId>
  readonly budget: { readonly maxTokens: number; readonly used: number } | null
  readonly tooLong: TooLongFacts | null
  /** While an old step is looked at: what the branch has beyond it. */
  readonly later: readonly TranscriptMessage[] | null
}

/** Lists what the chat shows, oldest first: the messages, then the answer that is being written, was cut, failed or is missing. */
export function chatItems(facts: ChatFacts): ChatItem[] {
  const { transcript, later } = facts
  const earlier: ChatItem[] = transcript.earlier > 0 ? [{ key: 'earlier', kind: 'earlier', count: transcript.earlier }] : []
  return [...earlier, ...messageItems(facts), ...(later === null ? endItems(facts) : laterItems(facts.lens, later))]
}

function laterItems(lens: ChatLens, later: readonly TranscriptMessage[]): ChatItem[] {
  if (lens === 'seen') return []
  return [{ key: 'later', kind: 'later', count: later.length }, ...later.map((message): ChatItem => ({ key: message.messageId, kind: 'message', message, isLater: true }))]
}

function messageItems({ transcript, lens, opened, budget }: ChatFacts): ChatItem[] {
  const over = firstOver(transcript.items, budget)
  const items: ChatItem[] = []
  for (let at = 0; at < transcript.items.length; at += 1) {
    const message = transcript.items[at]
    if (message === undefined) continue
    if (at === over && budget) items.push({ key: 'budget', kind: 'budget', maxTokens: budget.maxTokens })
    const run = message.shown ? [] : hiddenFrom(transcript.items, at)
    if (run.length > 0 && !opened.has(message.messageId) && !(isErased(message) && run.length < fewErased)) {
      if (lens === 'happened') items.push({ key: `run:${message.messageId}`, kind: 'hiddenRun', messages: run, tokens: sum(run) })
      at += run.length - 1
    } else {
      const whole = run.length > 0 ? run : [message]
      if (message.shown || lens === 'happened') items.push(...whole.map((one): ChatItem => ({ key: one.messageId, kind: 'message', message: one })))
      at += whole.length - 1
      if (message.call?.truncated) items.push({ key: `truncated:${message.messageId}`, kind: 'truncated', isLast: at === transcript.items.length - 1 })
    }
  }
  return items
}

/** One whose text is gone stands for itself; many of them, as after a clean-up, are one line. */
const fewErased = 3
const isErased = ({ why }: TranscriptMessage): boolean => why.kind === 'erased'

/** A run ends where the next message is shown, and where texts that are gone begin or end. */
function hiddenFrom(items: readonly TranscriptMessage[], at: number): TranscriptMessage[] {
  const first = items[at]
  const end = items.findIndex((message, index) => index >= at && (message.shown || (first !== undefined && isErased(message) !== isErased(first))))
  return items.slice(at, end < 0 ? items.length : end)
}

const sum = (messages: readonly TranscriptMessage[]): number => messages.reduce((total, message) => total + message.tokens, 0)

/** The first shown message with which the context goes over its budget; -1 for none. What stands before the loaded messages counts too. */
function firstOver(items: readonly TranscriptMessage[], budget: ChatFacts['budget']): number {
  if (!budget || budget.used <= budget.maxTokens) return -1
  const shown = (message: TranscriptMessage): number => (message.shown ? message.tokens : 0)
  let used = budget.used - items.reduce((total, message) => total + shown(message), 0)
  return items.findIndex((message) => message.shown && (used += shown(message)) > budget.maxTokens)
}

function endItems({ chat, live, branch, tooLong }: ChatFacts): ChatItem[] {
  if (live) return [{ key: `live:${live.call}`, kind: 'live', live }]
  if (!chat || chat.live.some((one) => one.branch === branch)) return []
  const here = <T extends { readonly branch: string }>(list: readonly T[]): readonly T[] => list.filter((one) => one.branch === branch)
  const partials = here(chat.partials).map((partial): ChatItem => ({ key: `partial:${partial.id}`, kind: 'partial', partial }))
  const failed = here(chat.failed).map((one): ChatItem => ({ key: `failed:${one.call}`, kind: 'failed', failed: one }))
  const length: ChatItem[] = tooLong === null || failed.length > 0 ? [] : [{ key: 'tooLong', kind: 'tooLong', facts: tooLong }]
  const open = [...partials, ...failed, ...length]
  return open.length > 0 ? open : here(chat.awaiting).map((one) => ({ key: `awaiting:${one.message}`, kind: 'awaiting', message: one.message }))
}
