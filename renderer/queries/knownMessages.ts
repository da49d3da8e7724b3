import type { Query, QueryKey } from '@tanstack/react-query'
import type { Transcript, TranscriptMessage } from '../../core/model/context.ts'
import type { CommitHash, TractId } from '../../core/model/ids.ts'
import { query, queryClient } from './client.ts'
import type { Moment } from './history.ts'

/**
 * The longest stretch of the transcript that any pane has read and that is still true: of now, or as it was at the step that is looked at. A longer
 * one that no pane shows any more isn't read again after a change; it counts only until a pane has read what came of it.
 */
export function knownMessages(tract: TractId, branch: string, at: CommitHash | null): readonly TranscriptMessage[] {
  const read = queryClient.getQueryCache().findAll({ queryKey: query.history.transcript.key({ input: { tract, branch } }), predicate: ({ queryKey }) => isOfMoment(queryKey, at) })
  const fresh = read.filter((one) => !one.state.isInvalidated)
  return longest(fresh.length > 0 ? fresh : read)
}

const longest = (read: readonly Query[]): readonly TranscriptMessage[] =>
  read.map(({ state }) => (state.data as Transcript | undefined)?.items ?? []).reduce((one, other) => (other.length > one.length ? other : one), [])

function isOfMoment(key: QueryKey, at: CommitHash | null): boolean {
  const { input } = (key[1] ?? {}) as { readonly input?: Moment }
  return input?.asOf === undefined && (input?.at ?? null) === at
}
