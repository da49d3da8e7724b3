import type { CompiledContext, CompiledMessage } from '../core/model/context.ts'
import type { Tract } from '../core/tract.ts'
import { rangeOf } from './compressView.ts'
import type { CompressEffect, CompressRangeInput } from './contract/compress.ts'
import { lineOf } from './xrayLine.ts'
import { sharedPrefix } from './sharedPrefix.ts'

/** What these words would do: the act itself, in a transaction that is taken back. Faults: those of `compress`. */
export function compressEffect(tract: Tract, range: CompressRangeInput, texts: readonly string[]): CompressEffect {
  const before = tract.compile()
  const { result } = tract.dryRun(() => ({ done: tract.compress({ ...rangeOf(range), content: texts }), after: tract.compile() }))
  const { done, after } = result
  const same = sharedPrefix(before.messages, after.messages)
  return {
    tokensBefore: before.tokenCount,
    tokensAfter: after.tokenCount,
    messagesBefore: before.messages.length,
    messagesAfter: after.messages.length,
    summaryTokens: done.kind === 'compressed' ? done.commits.map(({ summaryTokens }) => summaryTokens) : [],
    pinned: pinnedIn(before, after),
    readAnew: after.messages.reduce((sum, { tokens }) => sum + tokens, 0) - same.tokens,
    lines: after.messages.map(lineOf),
  }
}

function pinnedIn(before: CompiledContext, after: CompiledContext): CompressEffect['pinned'] {
  const pinned = before.messages.filter(({ priority }) => priority === 'pinned')
  const now = new Map(after.messages.map((message): [string, CompiledMessage] => [message.messageId, message]))
  return { count: pinned.length, areSame: pinned.every(({ messageId, blob, role }) => now.get(messageId)?.blob === blob && now.get(messageId)?.role === role) }
}
