import { append } from '../history/append.ts'
import { edit } from '../history/edit.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import type { Act } from '../journal/progress.ts'
import { transact, type Tx } from '../journal/transact.ts'
import type { ResolvedConfig } from '../model/config.ts'
import type { CommitLabels, Content } from '../model/content.ts'
import { isObject } from '../model/given.ts'
import type { LLMCallId, Ref } from '../model/ids.ts'
import { type CommitKey, getCommit } from '../store/commits.ts'
import { getCall, linkCall, type StoredCall } from './callRecords.ts'

/** Adds a message that a call on record gave, with that call's settings, usage and receipt; its words may have been changed since. Faults: `call/none`, those of `append`. */
export function appendFromCall(tract: TractHandle, content: Content, call: LLMCallId, labels: CommitLabels): CommitKey {
  const detail = !isObject(content) ? null : content.type === 'dialogue' ? content.role : content.type
  return fromCall(tract, { verb: 'commit', detail }, call, (config) => append(tract, content, { ...labels, config }))
}

/** Puts what a call on record gave in the place of a message. Faults: `call/none`, those of `edit`. */
export function editFromCall(tract: TractHandle, target: Ref, content: string | Content, call: LLMCallId, labels: CommitLabels): CommitKey {
  return fromCall(tract, { verb: 'edit' }, call, (config) => edit(tract, target, content, { ...labels, config }))
}

function fromCall(tract: TractHandle, act: Act, call: LLMCallId, write: (config: ResolvedConfig) => CommitKey): CommitKey {
  return transact(tract, act, (tx) => {
    const { record, commit } = getCall(tx.db, tract, call)
    const key = write(configOfCall(tx, record, commit))
    linkCall(tract, tx, call, record, key)
    return key
  })
}

/** The settings of a call stand on its answer; where it has none, in its record. */
function configOfCall({ db }: Tx, record: StoredCall, answer: CommitKey | null): ResolvedConfig {
  const text = answer === null ? null : getCommit(db, answer).config
  if (text !== null) return JSON.parse(text) as ResolvedConfig
  return record.config ?? { values: record.model === '' ? {} : { model: record.model }, levels: {} }
}
