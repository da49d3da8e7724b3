import type { CallFacts, TranscriptMessage } from '../../../core/model/context.ts'
import type { MessageId, LLMCallId, PartialId } from '../../../core/model/ids.ts'
import type { PartialAnswer } from '../../../core/model/reply.ts'
import type { FaultReport } from '../../../core/model/fault.ts'
import type { FailedReply, LiveReply } from '../../../main/contract/chat.ts'

export const idOf = (name: string): MessageId => name as MessageId

/** A message of 10 tokens, shown, by the user. */
export function message(name: string, change: Partial<TranscriptMessage> = {}): TranscriptMessage {
  return {
    messageId: idOf(name),
    commit: idOf(name),
    content: { type: 'dialogue', role: 'user', text: name },
    role: 'user',
    tokens: 10,
    priority: 'normal',
    shown: true,
    why: { kind: 'appended' },
    versions: 1,
    author: { kind: 'user', id: 'me' },
    createdAt: 0,
    generationConfig: null,
    configLevels: {},
    call: null,
    ...change,
  }
}
export const hidden = (name: string, tokens = 10): TranscriptMessage =>
  message(name, { tokens, shown: false, priority: 'skip', why: { kind: 'skipped', by: { kind: 'user', id: 'me' }, reason: null } })
export const called = (change: Partial<CallFacts> = {}): CallFacts => ({
  call: 'c' as LLMCallId, client: 'a', stopReason: 'end', usage: { inputTokens: 100, outputTokens: 50 }, durationMs: 3000, firstTokenMs: 1000, costUsd: null, notSent: [], truncated: false, ...change,
})

export const live = (branch: string): LiveReply => ({
  call: 'live' as LLMCallId, tract: 't' as LiveReply['tract'], branch, respondsTo: null, client: 'a', model: 'm', text: '', reasoning: '', startedAt: 0, firstTokenAt: null, waiting: null,
})
export const partial = (branch: string): PartialAnswer => ({ id: 'p' as PartialId, call: 'c' as LLMCallId, branch, respondsTo: null, text: 'so far', cause: 'cut', model: 'm', at: 0 })
export const failed = (branch: string): FailedReply => ({ call: 'f' as LLMCallId, branch, respondsTo: null, at: 0, fault: { code: 'llm/auth' } as FaultReport })
