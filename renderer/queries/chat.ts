import { useQuery } from '@tanstack/react-query'
import type { ChatState, LiveReply, StartedReply } from '../../main/contract/chat.ts'
import type { TranscriptMessage } from '../../core/model/context.ts'
import type { LLMCallId, PartialId, TractId } from '../../core/model/ids.ts'
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

/** Commits the message and starts the answer. */
export const send = (tract: TractId, branch: string, text: string): Promise<StartedReply> => api.chat.send({ tract, branch, text })
/** Asks again for the message that has no answer. */
export const retry = (tract: TractId, branch: string): Promise<StartedReply> => api.chat.retry({ tract, branch })
export const stop = (call: LLMCallId): Promise<void> => api.chat.stop({ call })
export const dismiss = (call: LLMCallId): Promise<void> => api.chat.dismiss({ call })
export const keepPartial = (tract: TractId, partial: PartialId): Promise<void> => api.chat.keep({ tract, partial })
export const discardPartial = (tract: TractId, partial: PartialId): Promise<void> => api.chat.discard({ tract, partial })
/** Asks the model to go on where it stopped. */
export const resumePartial = (tract: TractId, partial: PartialId): Promise<StartedReply> => api.chat.resume({ tract, partial })
