import { contextsOf } from '../context/contexts.ts'
import { findEntry } from '../context/state.ts'
import { toMessages } from '../context/transcript.ts'
import type { TranscriptMessage } from '../model/context.ts'
import type { Ref } from '../model/ids.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { configOf } from './configOf.ts'
import { messageOf } from './messageRef.ts'
import { positionOf } from './refs/position.ts'
import { resolveRef } from './refs/resolveRef.ts'
import { callFacts } from './status.ts'

/**
 * One message as the branch has it now; where the branch doesn't have it, as it was at the commit that was named.
 * Faults: `ref/not-found`, `ref/ambiguous`, `ref/no-commits`, `ref/not-a-message`.
 */
export function getMessage(tract: TractHandle, ref: Ref): TranscriptMessage {
  return tract.file.db.snapshot((db) => {
    const key = messageOf(db, tract, ref)
    const { source, states } = contextsOf(tract.file, configOf(tract).encoding)
    for (const commit of [positionOf(db, tract).tip, resolveRef(db, tract, ref)]) {
      const state = states.at(commit)
      const entry = findEntry(state, key)
      const [found] = entry ? toMessages(source, state, [entry], (keys) => callFacts(db, keys)) : []
      if (found) return found
    }
    throw new Error(`BUG: the commit of message ${key} doesn't hold it`)
  })
}
