import type { EpochMs, LLMCallId, MessageId, OperationId, TractId } from './ids.ts'
import type { Operation } from './operation.ts'
import type { Head, RefMove } from './refs.ts'
import type { ReplyEvent } from './reply.ts'
import type { CommitHash } from './ids.ts'

/** `seq` orders all events of the file; those without one are live only and can't be resumed. */
export type TractEvent = { readonly tract: TractId; readonly at: EpochMs } & (
  | ({ readonly seq: number; readonly operation: OperationId } & (
      | { readonly type: 'commit.added'; readonly commit: CommitHash; readonly branch: string }
      | { readonly type: 'ref.moved'; readonly move: RefMove }
      | { readonly type: 'head.moved'; readonly head: Head }
      | { readonly type: 'config.changed'; readonly fields: readonly string[] }
      | { readonly type: 'partial.changed' | 'merge.changed' | 'compression.changed' | 'proposal.changed' }
      /** Steps went to the trash or came back, or something went for good: then texts anywhere in the file may be gone. `erased`: the messages that lost a text by it. */
      | { readonly type: 'storage.changed'; readonly isForGood: boolean; readonly erased: readonly MessageId[] }
      | { readonly type: 'usage.recorded'; readonly call: LLMCallId }
      | { readonly type: 'operation.done'; readonly done: Operation }
      | { readonly type: 'tract.created' | 'tract.renamed'; readonly name: string }
    ))
  | { readonly seq: null; readonly type: 'reply.event'; readonly call: LLMCallId; readonly branch: string; readonly event: ReplyEvent }
)
export type TractEventType = TractEvent['type']
