import { show } from '../history/commitView.ts'
import { graph } from '../history/graph.ts'
import { log, type LogOptions } from '../history/log.ts'
import { messageHistory } from '../history/messageHistory.ts'
import { queryByConfig } from '../history/queryByConfig.ts'
import { resolveRef } from '../history/resolveRef.ts'
import { search, type SearchOptions } from '../history/search.ts'
import { compile, status, transcript } from '../history/status.ts'
import type { Commit, CommitDetail, GraphRow } from '../model/commit.ts'
import type { CompiledContext, MessageHistory, Status, Transcript } from '../model/context.ts'
import type { CommitHash, EpochMs, Page, PageOptions, Ref } from '../model/ids.ts'
import type { ConfigQuery, SearchHit } from '../model/search.ts'
import { hashOfCommit } from '../store/commits.ts'
import { MessageVerbs } from './messages.ts'

/** What a model would see, and what the history holds. Reads only. */
export class ReadingVerbs extends MessageVerbs {
  compile(options?: { readonly at?: Ref | Date | EpochMs }): CompiledContext { return compile(this.handle, options) }
  transcript(options?: { readonly limit?: number }): Transcript { return transcript(this.handle, options) }
  status(): Status { return status(this.handle) }

  /** The full hash that a reference stands for. */
  resolve(ref: Ref): CommitHash { return hashOfCommit(this.handle.file.db.read, resolveRef(this.handle.file.db.read, this.handle, ref)) }
  show(ref: Ref): CommitDetail { return show(this.handle, ref) }
  log(options?: LogOptions): Page<Commit> { return log(this.handle, options) }
  graph(options?: PageOptions): Page<GraphRow> { return graph(this.handle, options) }
  history(message: Ref): MessageHistory { return messageHistory(this.handle, message) }
  search(text: string, options?: SearchOptions): Page<SearchHit> { return search(this.handle, text, options) }
  queryByConfig(query: ConfigQuery): readonly Commit[] { return queryByConfig(this.handle, query) }
}
