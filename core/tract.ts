import type { Author } from './model/author.ts'
import type { AnnotateCommit, AppendCommit, Commit, CommitDetail, EditCommit, GraphRow } from './model/commit.ts'
import type { LLMConfig, LLMTask, OperationConfigs, ResolvedConfig, TractConfig } from './model/config.ts'
import type { CommitLabels, Content, Priority } from './model/content.ts'
import type { CompiledContext, MessageHistory, Status, Transcript } from './model/context.ts'
import { Fault } from './model/fault.ts'
import type { CommitHash, EpochMs, MessageId, Page, PageOptions, PartialId, Ref, TractId } from './model/ids.ts'
import type { UndoResult, UndoState } from './model/operation.ts'
import type { Branch, Head } from './model/refs.ts'
import type { PartialAnswer, Reply } from './model/reply.ts'
import { annotate } from './history/annotate.ts'
import { append } from './history/append.ts'
import { configOf } from './history/configOf.ts'
import { branchAfter } from './history/branchAfter.ts'
import { type BranchOptions, createBranch, getBranch, listBranches, switchBranch } from './history/branches.ts'
import { show, viewCommit } from './history/commitView.ts'
import { edit } from './history/edit.ts'
import { graph } from './history/graph.ts'
import { log, type LogOptions } from './history/log.ts'
import { messageHistory } from './history/messageHistory.ts'
import { resolveRef } from './history/resolveRef.ts'
import { compile, status, transcript } from './history/status.ts'
import { configureTract, renameTract } from './history/tractVerbs.ts'
import type { TractHandle } from './journal/openWorkspace.ts'
import { transact } from './journal/transact.ts'
import { redo, undo, undoState } from './journal/undo.ts'
import { chat, generate, resume, retry, stream } from './llm/chat.ts'
import { configFrom } from './model/llmConfig.ts'
import { configureClients, type OperationClients, resolveFor } from './llm/clients.ts'
import { discardAnswer, keepAnswer } from './llm/partials.ts'
import { listPartialAnswers } from './llm/partialRecords.ts'
import { type AskOptions, pendingMessage } from './llm/question.ts'
import type { ReplyStream } from './llm/replyStream.ts'
import { hashOfCommit } from './store/commits.ts'
import { getTract } from './store/tracts.ts'

/** Gives `T` back unless it is a promise; used to refuse async bodies while you type. */
type Sync<T> = T extends PromiseLike<unknown> ? never : T
export type CommitOptions = CommitLabels & { /** The settings of a call made without the tract. */ readonly generationConfig?: LLMConfig }
export type SpeakOptions = CommitOptions & { readonly name?: string }
export type Partials = {
  list(): readonly PartialAnswer[]
  keep(id: PartialId, labels?: CommitLabels): AppendCommit
  discard(id: PartialId): void
  resume(id: PartialId, options?: AskOptions): Promise<Reply>
}

/**
 * One conversation with all its branches: each verb is one line that names the function behind it, where its faults are told. Any write may also
 * fault with `file/read-only`, `file/busy`, `file/full`, `file/moved`; any use after closing with `file/closed`.
 */
export class Tract {
  readonly #handle: TractHandle

  /** Made by a workspace. */
  constructor(handle: TractHandle) {
    this.#handle = handle
  }

  get id(): TractId { return this.#handle.id }
  get name(): string { return getTract(this.#handle.file.db.read, this.#handle.key).name }
  get config(): Required<TractConfig> { return configOf(this.#handle) }

  rename(name: string): void { renameTract(this.#handle, name) }
  configure(changes: TractConfig): void { configureTract(this.#handle, changes) }
  /** Settings per job; what a job doesn't set comes from `defaultConfig`. Jobs not named stay as they are. */
  configureOperations(operations: OperationConfigs): void { configureTract(this.#handle, { operations: { ...this.config.operations, ...operations } }) }
  /** The same tract, acting as someone else. A string means an agent's id. */
  as(author: Author | string): Tract { return new Tract({ ...this.#handle, author: typeof author === 'string' ? { kind: 'agent', id: author } : author }) }
  /** The same tract, bound to a branch: it writes and reads there wherever HEAD is. Faults: `branch/not-found`. */
  on(branch: string): Tract { return new Tract({ ...this.#handle, branch: getBranch(this.#handle, branch).name }) }

  /**
   * Makes one operation of many: all of it or nothing. A nested batch joins the outer one. The body is synchronous; ask the model before or after.
   * Faults: those of the body, `batch/async`.
   */
  batch<R>(body: () => Sync<R>): R {
    return transact(this.#handle, { verb: 'batch' }, () => {
      const result = body()
      if (typeof (result as { then?: unknown } | null | undefined)?.then === 'function') {
        // What the body still throws has nobody to catch it any more.
        Promise.resolve(result).catch(() => {})
        throw new Fault('batch/async', {})
      }
      return result
    })
  }

  commit(content: Content, options: CommitOptions = {}): AppendCommit {
    const { generationConfig, ...labels } = options
    const config = generationConfig === undefined ? null : { values: configFrom(generationConfig), levels: {} }
    return viewCommit(this.#handle, append(this.#handle, content, { ...labels, config })) as AppendCommit
  }
  system(text: string, options?: CommitOptions): AppendCommit { return this.commit({ type: 'instruction', text }, options) }
  user(text: string, options: SpeakOptions = {}): AppendCommit { return this.#say('user', text, options) }
  assistant(text: string, options: SpeakOptions = {}): AppendCommit { return this.#say('assistant', text, options) }
  edit(target: Ref, content: string | Content, labels?: CommitLabels): EditCommit { return viewCommit(this.#handle, edit(this.#handle, target, content, labels)) as EditCommit }
  annotate(targets: Ref | readonly Ref[], priority: Priority, options?: { readonly reason?: string }): readonly AnnotateCommit[] {
    const keys = annotate(this.#handle, typeof targets === 'string' ? [targets] : targets, priority, options)
    return keys.map((key) => viewCommit(this.#handle, key) as AnnotateCommit)
  }

  compile(options?: { readonly at?: Ref | Date | EpochMs }): CompiledContext { return compile(this.#handle, options) }
  transcript(options?: { readonly limit?: number }): Transcript { return transcript(this.#handle, options) }
  status(): Status { return status(this.#handle) }

  /** The full hash that a reference stands for. */
  resolve(ref: Ref): CommitHash { return hashOfCommit(this.#handle.file.db.read, resolveRef(this.#handle.file.db.read, this.#handle, ref)) }
  show(ref: Ref): CommitDetail { return show(this.#handle, ref) }
  log(options?: LogOptions): Page<Commit> { return log(this.#handle, options) }
  graph(options?: PageOptions): Page<GraphRow> { return graph(this.#handle, options) }
  history(message: Ref): MessageHistory { return messageHistory(this.#handle, message) }

  branch(name: string, options?: BranchOptions): Branch { return createBranch(this.#handle, name, options) }
  /** Starts a branch that ends with a message, as this branch shows it now. */
  branchAfter(message: Ref, name: string): Branch { return branchAfter(this.#handle, name, message) }
  switch(branch: string): Head { return switchBranch(this.#handle, branch) }
  listBranches(): readonly Branch[] { return listBranches(this.#handle) }

  undo(): UndoResult { return undo(this.#handle) }
  redo(): UndoResult { return redo(this.#handle) }
  undoState(): UndoState { return undoState(this.#handle) }

  configureClients(clients: OperationClients): void { configureClients(this.#handle, clients) }
  resolveConfig(task: LLMTask, options?: LLMConfig & { readonly llmConfig?: LLMConfig }): ResolvedConfig { return resolveFor(this.#handle, task, options) }
  chat(text: string, options?: AskOptions & { readonly name?: string }): Promise<Reply> { return chat(this.#handle, text, options) }
  generate(options?: AskOptions): Promise<Reply> { return generate(this.#handle, options) }
  stream(options?: AskOptions): ReplyStream { return stream(this.#handle, options) }
  /** The message that waits for an answer: `retry` asks for it. */
  pendingMessage(): MessageId | null { return pendingMessage(this.#handle) }
  retry(options?: AskOptions): Promise<Reply> { return retry(this.#handle, options) }

  /** Answers that stopped halfway: they wait for a decision. */
  get partials(): Partials {
    const handle = this.#handle
    return {
      list: () => listPartialAnswers(handle),
      keep: (id, labels) => keepAnswer(handle, id, labels),
      discard: (id) => discardAnswer(handle, id),
      resume: (id, options) => resume(handle, id, options),
    }
  }

  #say(role: 'user' | 'assistant', text: string, { name, ...options }: SpeakOptions): AppendCommit {
    return this.commit({ type: 'dialogue', role, text, ...(name === undefined ? {} : { name }) }, options)
  }
}
