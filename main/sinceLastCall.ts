import type { LLMTask } from '../core/model/config.ts'
import type { CompiledContext, CompiledMessage } from '../core/model/context.ts'
import type { CallRecord } from '../core/model/usage.ts'
import type { Tract } from '../core/tract.ts'
import type { App } from './app.ts'
import { askingAs } from './asking.ts'
import { contextLines, countsOf } from './contextLines.ts'
import type { OnceSettings } from './contract/chat.ts'
import type { CachePrefix, SentCall, SinceLastCall } from './contract/xray.ts'
import { type Moment, momentOf } from './moment.ts'
import { formOf } from './requestView.ts'
import { asSent, sharedPrefix } from './sharedPrefix.ts'

type Asked = Moment & { readonly task?: LLMTask | undefined; readonly settings?: OnceSettings | undefined }

/**
 * What came since the last request that was sent from a history, and how much of what would be sent now its provider has read already. null: nothing
 * was sent from it. Faults: those of `askingFor`, `ref/not-found`, `ref/ambiguous`.
 */
export async function sinceLastCall(app: App, tract: Tract, { task = 'chat', settings, ...moment }: Asked): Promise<SinceLastCall | null> {
  const { provider, config } = await askingAs(app, tract, task, settings)
  const now = tract.compile(momentOf(moment))
  if (now.head === null) return null
  const call = sentCall(tract.lastCall({ at: now.head }))
  if (call === null) return null
  const sent = tract.compile({ at: call.head })
  const asked = { client: provider.name, model: config.values.model ?? '' }
  const own = isTo(call, asked) ? call : sentCall(tract.lastCall({ at: now.head, ...asked }))
  const cache = own === null ? { kind: 'new' as const, ...asked, of: now.tokenCount } : prefixOf(own, own === call ? sent : tract.compile({ at: own.head }), now, formOf(provider))
  return { call, ...countsOf(contextLines(sent.messages, now.messages)), cache }
}

const isTo = (call: SentCall, { client, model }: Pick<SentCall, 'client' | 'model'>): boolean => call.client === client && call.model === model

export function sentCall(record: CallRecord | null): SentCall | null {
  if (record === null || record.head === null) return null
  const { at, head, client, model, usage } = record
  return { at, head, client, model, inputTokens: usage?.inputTokens ?? null, cachedInputTokens: usage?.cachedInputTokens ?? null }
}

/** Counted in the tokens of the whole, which a provider may have reported: our own counts only say which share of it is as it was. */
function prefixOf(call: SentCall, sent: CompiledContext, now: CompiledContext, form: Parameters<typeof asSent>[1]): CachePrefix {
  const [before, after] = [asSent(sent.messages, form), asSent(now.messages, form)]
  const { count, tokens } = sharedPrefix(before, after)
  const own = after.reduce((sum, line) => sum + line.tokens, 0)
  const share = own === 0 ? 1 : tokens / own
  const isOnlyMore = count === before.length
  return { kind: 'known', tokens: Math.round(now.tokenCount * share), of: now.tokenCount, first: firstOf(after[count]), isOnlyMore, call }
}

function firstOf(message: CompiledMessage | undefined): Extract<CachePrefix, { kind: 'known' }>['first'] {
  if (message === undefined) return null
  const { messageId, role, contentType, edited } = message
  return { messageId, role, contentType, edited }
}
