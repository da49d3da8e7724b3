import { keepPreviousData } from '@tanstack/react-query'
import type { LLMTask } from '../../core/model/config.ts'
import type { Ref, TractId } from '../../core/model/ids.ts'
import type { JsonObject } from '../../core/model/json.ts'
import type { RawAnswer } from '../../core/model/usage.ts'
import type { OnceSettings } from '../../main/contract/chat.ts'
import { api } from '../connect.ts'
import { query } from './client.ts'
import type { Moment } from './history.ts'

/** A context: on which branch, and of when. */
export type ContextPlace = { readonly tract: TractId; readonly branch: string; readonly moment: Moment }

/** The older texts that corrections replaced in a context. */
export const replacedQuery = ({ tract, branch, moment }: ContextPlace) => query.xray.replaced.queryOptions({ input: { tract, branch, ...moment }, placeholderData: keepPreviousData })

/** What the chosen provider's protocol makes of messages it has no place for. */
export const repairsQuery = ({ tract, branch, moment }: ContextPlace, task: LLMTask, once: OnceSettings) =>
  query.xray.repairs.queryOptions({ input: { tract, branch, ...moment, ...asked(task, once) }, placeholderData: keepPreviousData })

/** What leads to a context from another one; null where there is none to compare with. */
export const changesQuery = ({ tract, branch, moment }: ContextPlace, against: { readonly kind: 'lastCall' } | { readonly kind: 'at'; readonly at: Ref }) =>
  query.xray.changes.queryOptions({ input: { tract, branch, ...moment, against }, placeholderData: keepPreviousData })

/** What came since the last request was sent, and how much of it the provider has read already; null where none was. */
export const sinceLastCallQuery = ({ tract, branch, moment }: ContextPlace, task: LLMTask, once: OnceSettings) =>
  query.xray.sinceLastCall.queryOptions({ input: { tract, branch, ...moment, ...asked(task, once) }, placeholderData: keepPreviousData })

/** Sends a request that was changed by hand, once; leaving the call ends it. Nothing on the branch changes. */
export const sendRaw = (tract: TractId, branch: string, body: JsonObject, once: OnceSettings, signal: AbortSignal): Promise<RawAnswer> =>
  api.xray.sendRaw({ tract, branch, body: body as Parameters<typeof api.xray.sendRaw>[0]['body'], ...(Object.keys(once).length > 0 && { settings: once }) }, { signal })

const asked = (task: LLMTask, once: OnceSettings) => ({ ...(task !== 'chat' && { task }), ...(Object.keys(once).length > 0 && { settings: once }) })
