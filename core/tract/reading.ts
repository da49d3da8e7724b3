import { show } from '../history/commitView.ts'
import { diff } from '../history/diff/diff.ts'
import { graph } from '../history/graph.ts'
import { log, type LogOptions } from '../history/log.ts'
import { getMessage } from '../history/message.ts'
import { messageHistory } from '../history/messageHistory.ts'
import { queryByConfig } from '../history/search/queryByConfig.ts'
import { resolveRef } from '../history/refs/resolveRef.ts'
import { search, type SearchOptions } from '../history/search/search.ts'
import { compile, status, transcript, type TranscriptOptions } from '../history/status.ts'
import type { Commit, CommitDetail, GraphRow } from '../model/commit.ts'
import type { CompiledContext, MessageHistory, Status, Transcript, TranscriptMessage } from '../model/context.ts'
import type { ContextDiff } from '../model/diff.ts'
import { checkOptions } from '../model/given.ts'
import type { CommitHash, EpochMs, Page, PageOptions, Ref } from '../model/ids.ts'
import type { ConfigQuery, SearchHit } from '../model/search.ts'
import { hashOfCommit } from '../store/commits.ts'
import { MessageVerbs } from './messages.ts'

/** What a model would see, and what the history holds. Reads only. */
export class ReadingVerbs extends MessageVerbs {
  /**
   * Gives the messages a model would see: now, at any commit, or where this branch pointed at a time (a `Date`, or milliseconds since 1970).
   * Faults: `ref/not-found`, `ref/ambiguous`, `ref/no-commits`, `object/damaged`, `input/invalid`.
   * @example
   * tract.compile().messages.map(({ role }) => role) // → ['system', 'user', 'assistant']
   * tract.compile({ at: question.hash }).messages.length // → 2
   */
  compile(options: { readonly at?: Ref | Date | EpochMs } = {}): CompiledContext { return compile(this.handle, checkOptions(options, 'at: give it as { at: … }')) }
  /**
   * Lists the newest messages as they happened, hidden ones too, oldest of them first, each with what is known of it. `limit` counts messages, default
   * 200. `at`, as in `compile`, shows them as they were: no later correction, pin or skip.
   * Faults: `ref/not-found`, `ref/ambiguous`, `ref/no-commits`, `object/damaged`, `input/invalid`.
   * @example
   * tract.annotate(answer.hash, 'skip')
   * tract.transcript().items.map(({ shown }) => shown) // → [true, true, false]
   * tract.transcript({ at: answer.hash }).items.map(({ shown }) => shown) // → [true, true, true]
   */
  transcript(options: TranscriptOptions = {}): Transcript { return transcript(this.handle, checkOptions(options, 'options: give them as { limit: …, at: … }')) }
  /**
   * Gives one message as this branch has it, with everything a reader asks of it; one that this branch doesn't have, as it was at that commit.
   * Faults: `ref/not-found`, `ref/ambiguous`, `ref/no-commits`, `ref/not-a-message`.
   * @example
   * tract.annotate(answer.hash, 'skip')
   * tract.message(answer.hash).why.kind // → 'skipped'
   */
  message(ref: Ref): TranscriptMessage { return getMessage(this.handle, ref) }
  /**
   * Says where HEAD is, how many tokens the context has and how they were counted, how much of the budget is used, and what waits for a decision.
   * @example
   * tract.configure({ budget: { maxTokens: 100 } })
   * tract.status().budget?.over // → false
   */
  status(): Status { return status(this.handle) }

  /**
   * Gives the full hash that a reference stands for.
   * Faults: `ref/not-found`, `ref/ambiguous`, `ref/no-commits`, `ref/other-tract`.
   * @example
   * tract.resolve('HEAD~1') === question.hash // → true
   */
  resolve(ref: Ref): CommitHash { return hashOfCommit(this.handle.file.db.read, resolveRef(this.handle.file.db.read, this.handle, ref)) }
  /**
   * Gives one commit with its whole content, and the branches and tags that point at it.
   * Faults: `ref/not-found`, `ref/ambiguous`, `ref/no-commits`.
   * @example
   * tract.show(question.hash).content // → { type: 'dialogue', role: 'user', text: 'How long can I return shoes?' }
   */
  show(ref: Ref): CommitDetail { return show(this.handle, ref) }
  /**
   * Lists commits, newest first, what a merge brought behind the merge. `limit` counts commits of the `kinds` asked for, default 100; `next` is the following page's `cursor`.
   * Faults: `ref/not-found`, `ref/ambiguous`, `cursor/bad`.
   * @example
   * tract.log({ limit: 2 }).items.map(({ message }) => message) // → ['dialogue: You have 60 days to return them.', 'dialogue: How long can I return shoes?']
   */
  log(options?: LogOptions): Page<Commit> { return log(this.handle, options) }
  /**
   * Lists what branches, tags and HEAD reach as light rows for drawing, newest first, parents after their children. Default limit 200.
   * Faults: `cursor/bad`.
   * @example
   * tract.graph().items.map(({ role, isHead }) => [role, isHead]) // → [['assistant', true], ['user', false], ['system', false]]
   */
  graph(options?: PageOptions): Page<GraphRow> { return graph(this.handle, options) }
  /**
   * Compares two contexts message by message: what is gone, compressed, expanded, moved, edited (word by word), annotated, and new. One reference: it
   * against HEAD; none: HEAD against its first parent; only `to`: that against its own.
   * Faults: `ref/not-found`, `ref/ambiguous`, `ref/no-commits`, `ref/other-tract`.
   * @example
   * tract.edit(answer.hash, 'You have 30 days to return them.')
   * tract.diff().changes.map(({ kind }) => kind) // → ['edited']
   */
  diff(from?: Ref, to?: Ref): ContextDiff { return diff(this.handle, from, to) }
  /**
   * Gives every version of a message on this branch, first to last, and every pin and skip. To restore one: `edit(id, version.content)`.
   * Faults: `ref/not-found`, `ref/ambiguous`, `ref/not-a-message`.
   * @example
   * tract.edit(answer.hash, 'You have 30 days to return them.')
   * tract.history(answer.hash).versions.map(({ isCurrent }) => isCurrent) // → [false, true]
   */
  history(message: Ref): MessageHistory { return messageHistory(this.handle, message) }
  /**
   * Finds words in all messages of the tract: hidden, compressed and other branches' too. Every word must occur; `pre*` is any ending, `"a phrase"` words in a row, `-without` must not occur, `OR` between two words takes either. Filters: `roles`, `types`, `branch`, `author`, `authorKind`, `model`, `temperature`, `after`, `before`, `is` (pinned, edited, hidden, archived); with one of them the words may be empty. Default limit 20.
   * Faults: `search/bad-query`, `branch/not-found`, `cursor/bad`.
   * @example
   * tract.search('return', { roles: ['user'] }).items.map(({ snippet }) => snippet) // → ['How long can I return shoes?']
   */
  search(text: string, options?: SearchOptions): Page<SearchHit> { return search(this.handle, text, options) }
  /**
   * Lists the commits whose generation settings match every field given: a value, or one of `ne`, `lt`, `lte`, `gt`, `gte`, `in`. All branches, newest first; an empty query matches nothing.
   * Faults: `query/unknown-field`, `query/bad-operator`, `config/bad-value`.
   * @example
   * await tract.chat('And boots?', { temperature: 0.2 })
   * tract.queryByConfig({ temperature: { lt: 0.5 } }).length // → 1
   */
  queryByConfig(query: ConfigQuery): readonly Commit[] { return queryByConfig(this.handle, query) }
}
