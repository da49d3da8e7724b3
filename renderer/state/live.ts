import { create } from 'zustand'
import type { LiveReply } from '../../main/contract/chat.ts'
import type { EpochMs, LLMCallId, TractId } from '../../core/model/ids.ts'
import type { ReplyEvent } from '../../core/model/reply.ts'
import { assertNever } from './assertNever.ts'

export type Written = { readonly text: string; readonly reasoning: string }
type Live = {
  /** Since when this page gets every piece; 0 before the first subscription. */
  readonly since: EpochMs
  /** Answers being written, as far as they got. */
  readonly replies: ReadonlyMap<LLMCallId, LiveReply>
  /** What arrived since `since`, per call: pieces can come before the answer they belong to is known. */
  readonly pieces: ReadonlyMap<LLMCallId, Written>
  /** What was written before this page listened, as the host told it. */
  readonly seeds: ReadonlyMap<LLMCallId, Written>
  /** Ended, but still shown until what became of them is on the screen. */
  readonly ended: ReadonlySet<LLMCallId>
}
const nothing: Written = { text: '', reasoning: '' }
const fresh = (since: EpochMs): Live => ({ since, replies: new Map(), pieces: new Map(), seeds: new Map(), ended: new Set() })

export const useLive = create<Live>()(() => fresh(0))

/** Starts over: a new subscription began at `since`, and what came between the two is missing. */
export const restartLive = (since: EpochMs): void => useLive.setState(fresh(since))

/** Takes in what the host says is being written. What began after `since` we have from its pieces; only the rest needs the host's text. */
export function seedLive(known: readonly LiveReply[]): void {
  useLive.setState((live) => {
    const replies = new Map(live.replies)
    const seeds = new Map(live.seeds)
    for (const reply of known) {
      if (live.ended.has(reply.call)) continue
      if (reply.startedAt < live.since && !seeds.has(reply.call)) seeds.set(reply.call, { text: reply.text, reasoning: reply.reasoning })
      replies.set(reply.call, { ...reply, ...written(seeds.get(reply.call), live.pieces.get(reply.call)), firstTokenAt: replies.get(reply.call)?.firstTokenAt ?? reply.firstTokenAt })
    }
    return { replies, seeds }
  })
}

/** Takes an answer off the screen, when its message, its rest or its fault stands there instead. */
export function dropLive(call: LLMCallId): void {
  useLive.setState(({ replies, pieces, seeds }) => ({ replies: without(replies, call), pieces: without(pieces, call), seeds: without(seeds, call) }))
}

/** Appends one piece, or notes that the answer waits or has ended. */
export function applyReplyEvent(call: LLMCallId, event: ReplyEvent, at: EpochMs): void {
  switch (event.type) {
    case 'text':
      return append(call, { text: event.text, reasoning: '' }, at)
    case 'reasoning':
      return append(call, { text: '', reasoning: event.text }, at)
    case 'waiting':
      return change(call, { waiting: { attempt: event.attempt, retryAt: event.retryAt, fault: event.fault } })
    case 'toolCall':
      return
    case 'done':
    case 'stopped':
    case 'failed':
      return useLive.setState(({ ended }) => ({ ended: new Set(ended).add(call) }))
    default:
      return assertNever(event)
  }
}

/** The answer being written on a branch, if any. */
export const useLiveReply = (tract: TractId, branch: string): LiveReply | null => useLive((live) => liveOn(live.replies, tract, branch))

export function liveOn(replies: Live['replies'], tract: TractId, branch: string): LiveReply | null {
  for (const reply of replies.values()) if (reply.tract === tract && reply.branch === branch) return reply
  return null
}

/**
 * Joins what the host told with the pieces that came since. The two overlap: the host's text has some of the pieces already, and may be ahead
 * of them, because it bundles words before it sends them.
 */
export function joinOverlapping(told: string, pieces: string): string {
  if (pieces === '' || told.slice(-(pieces.length + maxAhead)).includes(pieces)) return told
  for (let length = Math.min(told.length, pieces.length, maxOverlap); length > 0; length -= 1) {
    if (told.endsWith(pieces.slice(0, length))) return told + pieces.slice(length)
  }
  return told + pieces
}
/** Characters: more than a model writes between two messages to a page. */
const maxAhead = 2000
const maxOverlap = 8000

function append(call: LLMCallId, more: Written, at: EpochMs): void {
  const { pieces, seeds, replies } = useLive.getState()
  const had = pieces.get(call) ?? nothing
  const now = { text: had.text + more.text, reasoning: had.reasoning + more.reasoning }
  useLive.setState({ pieces: new Map(pieces).set(call, now) })
  const hasWords = more.text !== '' || more.reasoning !== ''
  change(call, { ...written(seeds.get(call), now), ...(hasWords && { waiting: null, firstTokenAt: replies.get(call)?.firstTokenAt ?? at }) })
}

const written = (told: Written = nothing, pieces: Written = nothing): Written => ({
  text: joinOverlapping(told.text, pieces.text),
  reasoning: joinOverlapping(told.reasoning, pieces.reasoning),
})

function change(call: LLMCallId, to: Partial<LiveReply>): void {
  useLive.setState(({ replies }) => {
    const reply = replies.get(call)
    return reply === undefined ? {} : { replies: new Map(replies).set(call, { ...reply, ...to }) }
  })
}

function without<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  const next = new Map(map)
  next.delete(key)
  return next
}
