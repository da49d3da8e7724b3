import type { CallFacts, Transcript, TranscriptMessage } from '../model/context.ts'
import { factsOf } from './entryFacts.ts'
import type { CommitKey, ContextSource } from './source.ts'
import { entriesAt, isShown, tokensOf } from './state.ts'
import type { Entry, State } from './state.ts'
import { vectorGet } from './vector.ts'

/**
 * The newest `limit` messages of a history in context order, shown or not, with what a reader asks of each. Author, time and model settings are
 * those of the commit that brought the message here, whatever was edited since. `callsOf` gives what is known of the model calls behind commits.
 */
export function transcriptOf(source: ContextSource, state: State, limit: number, callsOf: CallsOf): Transcript {
  const entries = lastEntries(state, limit)
  return { items: toMessages(source, state, entries, callsOf), earlier: state.messages - entries.length }
}

type CallsOf = (keys: readonly CommitKey[]) => ReadonlyMap<CommitKey, CallFacts>

/** These entries of a state as a reader has them. */
export function toMessages(source: ContextSource, state: State, entries: readonly Entry[], callsOf: CallsOf): readonly TranscriptMessage[] {
  const introductions = entries.map((entry) => entry.introducedAt)
  const facts = factsOf(source, state, entries)
  const commits = source.commits(introductions)
  const calls = callsOf(introductions)
  const toMessage = (entry: Entry): TranscriptMessage => {
    const { role, content } = facts.blob(entry)
    const shown = isShown(state, entry)
    const introduction = commits.get(entry.introducedAt)
    if (!introduction) throw new Error(`BUG: commit ${entry.introducedAt} is missing`)
    return {
      messageId: facts.messageId(entry),
      commit: facts.shownBy(entry),
      content,
      role,
      tokens: tokensOf(entry),
      priority: entry.priority,
      shown,
      why: shown ? facts.whyShown(entry) : facts.whyHidden(entry),
      versions: 1 + entry.edits,
      author: introduction.author,
      createdAt: introduction.createdAt,
      generationConfig: introduction.generationConfig,
      configLevels: introduction.configLevels,
      call: calls.get(entry.introducedAt) ?? null,
    }
  }
  return entries.map(toMessage)
}

function lastEntries(state: State, limit: number): readonly Entry[] {
  const backwards: Entry[] = []
  for (let place = state.slots.length - 1; place >= 0 && backwards.length < limit; place--) {
    backwards.push(...entriesAt(vectorGet(state.slots, place)).toReversed())
  }
  return backwards.slice(0, limit).toReversed()
}
