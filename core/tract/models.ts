import { chat, generate, resume, retry, stream } from '../llm/chat.ts'
import { configureClients, type OperationClients, resolveFor } from '../llm/clients.ts'
import { listPartialAnswers } from '../llm/partialRecords.ts'
import { discardAnswer, keepAnswer } from '../llm/partials.ts'
import { type AskOptions, pendingMessage } from '../llm/question.ts'
import type { ReplyStream } from '../llm/replyStream.ts'
import type { AppendCommit } from '../model/commit.ts'
import type { LLMConfig, LLMTask, ResolvedConfig } from '../model/config.ts'
import type { CommitLabels } from '../model/content.ts'
import type { MessageId, PartialId } from '../model/ids.ts'
import type { PartialAnswer, Reply } from '../model/reply.ts'
import { UndoVerbs } from './undoing.ts'

export type Partials = {
  list(): readonly PartialAnswer[]
  keep(id: PartialId, labels?: CommitLabels): AppendCommit
  discard(id: PartialId): void
  resume(id: PartialId, options?: AskOptions): Promise<Reply>
}

/** Asking models, and what became of their answers. */
export class ModelVerbs extends UndoVerbs {
  configureClients(clients: OperationClients): void { configureClients(this.handle, clients) }
  resolveConfig(task: LLMTask, options?: LLMConfig & { readonly llmConfig?: LLMConfig }): ResolvedConfig { return resolveFor(this.handle, task, options) }
  chat(text: string, options?: AskOptions & { readonly name?: string }): Promise<Reply> { return chat(this.handle, text, options) }
  generate(options?: AskOptions): Promise<Reply> { return generate(this.handle, options) }
  stream(options?: AskOptions): ReplyStream { return stream(this.handle, options) }
  /** The message that waits for an answer: `retry` asks for it. */
  pendingMessage(): MessageId | null { return pendingMessage(this.handle) }
  retry(options?: AskOptions): Promise<Reply> { return retry(this.handle, options) }

  /** Answers that stopped halfway: they wait for a decision. */
  get partials(): Partials {
    const { handle } = this
    return {
      list: () => listPartialAnswers(handle),
      keep: (id, labels) => keepAnswer(handle, id, labels),
      discard: (id) => discardAnswer(handle, id),
      resume: (id, options) => resume(handle, id, options),
    }
  }
}
