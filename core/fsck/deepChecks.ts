import { compileState } from '../context/compile.ts'
import { eachEntry, type State } from '../context/state.ts'
import { gone } from '../context/source.ts'
import { storeSource } from '../context/storeSource.ts'
import { type CommitHash } from '../model/ids.ts'
import { readBlobsAfter, readCalls } from '../store/fsckRows.ts'
import { contentOf } from './blobChecks.ts'
import type { Found } from './finding.ts'
import { foldAll } from './foldChecks.ts'
import { isRecord, jsonOf } from './jsonText.ts'
import type { Subject } from './subject.ts'

/** What a model was shown for a call, and whether the results of tools answer calls. */
export function* checkContexts(subject: Subject): Iterable<Found> {
  const receipts = receiptsOf(subject)
  const tips = new Set(subject.refs.map(({ commit }) => commit))
  const found: Found[] = []
  const told = new Set<number>()
  foldAll(subject, {
    after: (commit, state) => {
      if (commit.purgedBy !== null) return
      const sent = receipts.get(commit.hash ?? '') ?? []
      for (const { call, contextHash } of sent.length > 0 && !hasGone(state) ? sent : []) {
        if (hashOfContext(subject, state, commit.hash) !== contextHash) found.push({ code: 'I-68', text: `What was sent for call ${call} can't be made again from its commit`, tract: commit.tract })
      }
      if (tips.has(commit.id)) found.push(...checkToolPairs(subject, state, commit.tract, told))
    },
  })
  yield* found
}

/** What was sent can't be made again where a text of it is gone. */
function hasGone(state: State): boolean {
  let found = false
  eachEntry(state, ({ tokens }) => { found ||= tokens === gone })
  return found
}

type Receipt = { readonly call: string; readonly contextHash: unknown }

function receiptsOf({ db }: Subject): ReadonlyMap<string, readonly Receipt[]> {
  const all = readCalls(db).flatMap(({ id, record }) => {
    const value = jsonOf(record)
    return isRecord(value) && typeof value['head'] === 'string' ? [{ head: value['head'], call: id, contextHash: value['contextHash'] }] : []
  })
  return Map.groupBy(all, ({ head }) => head)
}

function hashOfContext({ db }: Subject, state: State, head: string | null): string | null {
  try {
    return compileState(storeSource(db, 'o200k_base'), state, { head: head as CommitHash | null }).hash
  } catch {
    return null
  }
}

function* checkToolPairs(subject: Subject, state: State, tract: number, told: Set<number>): Iterable<Found> {
  const calls = new Set<string>()
  const entries: { readonly blob: number; readonly message: number; readonly tokens: number }[] = []
  eachEntry(state, (entry) => entries.push(entry))
  for (const { blob, message, tokens } of entries) {
    if (tokens === gone) continue
    const type = subject.blobs.byId.get(blob)?.type
    if (type !== 'tool_call' && type !== 'tool_result') continue
    const id = callIdOf(subject, blob)
    if (type === 'tool_call') calls.add(id)
    else if (!calls.has(id) && !told.has(message)) {
      told.add(message)
      yield { code: 'I-24', text: `The result of a tool (row ${message}) answers no call before it`, tract }
    }
  }
}

function callIdOf({ db }: Subject, blob: number): string {
  const [row] = readBlobsAfter(db, blob - 1, 1)
  const content = row?.[0] === blob ? contentOf(row) : null
  return content && 'callId' in content ? content.callId : ''
}
