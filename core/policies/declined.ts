import type { TractHandle } from '../journal/openWorkspace.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { Policy } from '../model/policy.ts'
import { saidIn, wordsOf } from '../proposals/notes.ts'
import { nameOf } from '../proposals/propose.ts'
import { listProposed, stateNow } from '../proposals/proposalRecord.ts'
import { memoryOf } from './memory.ts'

/** The messages and branches about which an act of this policy waits, was rejected, or was undone. */
export function declinedOf(tract: TractHandle, { name }: Policy): ReadonlySet<string> {
  const { read } = tract.file.db
  const memory = memoryOf(tract)
  const undone = memory.acts(name).filter((noted) => memory.isUndone(noted)).map(({ said }) => wordsOf(read, said)['args'] as JsonObject)
  const decided = listProposed(read, tract).filter(({ record }) => `${record.by.kind}:${record.by.id}` === nameOf(tract) && holding.has(stateNow(tract, record))).map(({ record }) => saidIn(read, record.said).args)
  return new Set([...undone, ...decided].flatMap(namesIn))
}

const holding: ReadonlySet<string> = new Set(['pending', 'approved', 'rejected'])

const namesIn = (args: JsonObject): readonly string[] => Object.values(args).flatMap((value: Json) => (typeof value === 'string' ? [value] : Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []))
