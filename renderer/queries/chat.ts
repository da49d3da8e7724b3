import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Attachment, ChatState, LastingChange, LiveReply, OnceSettings, StartedReply } from '../../main/contract/chat.ts'
import type { TranscriptMessage } from '../../core/model/context.ts'
import type { CommitHash, LLMCallId, PartialId, TractId } from '../../core/model/ids.ts'
import { api } from '../connect.ts'
import { seedLive, useLiveReply } from '../state/live.ts'
import { query } from './client.ts'
import { transcriptQuery } from './history.ts'

/** Answers being written, failed and unfinished ones, and branches that wait for one. */
export const chatStateQuery = (tract: TractId) => ({
  ...query.chat.state.queryOptions({ input: { tract } }),
  queryFn: async ({ signal }: { readonly signal: AbortSignal }): Promise<ChatState> => {
    const state = await api.chat.state({ tract }, { signal })
    seedLive(state.live)
    return state
  },
})

/** The answer being written on a branch; null as soon as the transcript holds its message, so it never stands there twice. */
export function useShownLive(tract: TractId, branch: string): LiveReply | null {
  useQuery(chatStateQuery(tract))
  const live = useLiveReply(tract, branch)
  const { data } = useQuery(transcriptQuery(tract, branch))
  return live === null || isAnswered(live, data?.items.at(-1)) ? null : live
}

/** Whether the newest message is the committed form of this answer. */
export const isAnswered = (live: LiveReply, newest: TranscriptMessage | undefined): boolean =>
  newest !== undefined && newest.role === 'assistant' && newest.messageId !== live.respondsTo && newest.createdAt >= live.startedAt

/** What sending would use now, and what it costs; `once` is set for the next message alone. */
export const forecastQuery = (tract: TractId, branch: string, once: OnceSettings = {}) =>
  query.chat.forecast.queryOptions({ input: { tract, branch, ...(Object.keys(once).length > 0 && { settings: once }) }, placeholderData: keepPreviousData })

/** Commits the files and the message, and starts the answer. */
export const send = (tract: TractId, branch: string, text: string, more: Sent = {}): Promise<StartedReply> => api.chat.send({ tract, branch, text, ...sent(more) })
/** Commits them without asking for an answer. */
export const add = (tract: TractId, branch: string, text: string, more: Omit<Sent, 'once'>): Promise<void> => api.chat.add({ tract, branch, text, ...sent(more) })
/** What goes with a message: files, and settings for it alone. */
export type Sent = { readonly attachments?: readonly Attachment[]; readonly once?: OnceSettings; /** The branch is new and begins at this step. */ readonly startAt?: CommitHash | null }
const sent = ({ attachments = [], once = {}, startAt = null }: Sent) => ({
  ...(startAt !== null && { startAt }),
  ...(attachments.length > 0 && { attachments: attachments.map(({ name, language, content }) => ({ name, content, ...(language !== undefined && { language }) })) }),
  ...(Object.keys(once).length > 0 && { settings: once }),
})
/** Asks again for the message that has no answer. */
export const retry = (tract: TractId, branch: string, once: OnceSettings = {}): Promise<StartedReply> => api.chat.retry({ tract, branch, ...sent({ once }) })
/** Sets what goes with every message from now on; null takes a setting back. */
export const choose = (config: LastingChange, provider?: string): Promise<void> => api.chat.choose({ config, ...(provider !== undefined && { provider }) })
export const stop = (call: LLMCallId): Promise<void> => api.chat.stop({ call })
export const dismiss = (call: LLMCallId): Promise<void> => api.chat.dismiss({ call })
export const keepPartial = (tract: TractId, partial: PartialId): Promise<void> => api.chat.keep({ tract, partial })
export const discardPartial = (tract: TractId, partial: PartialId): Promise<void> => api.chat.discard({ tract, partial })
/** Asks the model to go on where it stopped. */
export const resumePartial = (tract: TractId, partial: PartialId): Promise<StartedReply> => api.chat.resume({ tract, partial })
