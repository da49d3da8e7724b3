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
  /** Lists the unfinished answers of all branches. */
  list(): readonly PartialAnswer[]
  /** Commits what arrived, as a message on the branch it was asked on. Faults: `partial/not-found`, `branch/not-found`. */
  keep(id: PartialId, labels?: CommitLabels): AppendCommit
  /** Lets one go; undo brings it back. Faults: `partial/not-found`. */
  discard(id: PartialId): void
  /** Goes on with one. Faults: `partial/not-found`, those of `generate`. */
  resume(id: PartialId, options?: AskOptions): Promise<Reply>
}

/** Asking models, and what became of their answers. */
export class ModelVerbs extends UndoVerbs {
  /**
   * Says where requests go, per job; `default` serves the rest. Shared by all handles on the tract, never kept in the file.
   * Faults: `input/invalid`.
   * @example
   * tract.configureClients({ default: demo(), chat: scripted(['Yes.']) })
   */
  configureClients(clients: OperationClients): void { configureClients(this.handle, clients) }
  /**
   * Says what a call would use, and which level set each field: the call's own options, its `llmConfig`, the job's settings, the tract's default, the client's model.
   * @example
   * tract.configure({ defaultConfig: { temperature: 0.2 } })
   * tract.resolveConfig('chat', { maxTokens: 50 }).levels // → { maxTokens: 'sugar', temperature: 'default', model: 'client' }
   */
  resolveConfig(task: LLMTask, options?: LLMConfig & { readonly llmConfig?: LLMConfig }): ResolvedConfig { return resolveFor(this.handle, task, options) }
  /**
   * Says something and gets the answer. The words are in the file before the model is asked; the answer is written to the branch it was asked on. A stopped answer is a result (`status: 'partial'`). Give a `signal` to be able to stop it.
   * Faults: `llm/no-client`, `llm/no-model`, `chat/busy`, those of `commit`, those of the client's calls.
   * @example
   * const reply = await tract.chat('And boots?')
   * reply.text // → 'Within 30 days.'
   */
  chat(text: string, options?: AskOptions & { readonly name?: string }): Promise<Reply> { return chat(this.handle, text, options) }
  /**
   * Asks with the context as it stands, and commits the answer.
   * Faults: those of `chat`, but for `commit`'s.
   * @example
   * tract.user('And boots?')
   * const { status } = await tract.generate({ temperature: 0 })
   * status // → 'complete'
   */
  generate(options?: AskOptions): Promise<Reply> { return generate(this.handle, options) }
  /**
   * Asks with the context as it stands, and gives the answer piece by piece; the last event is `done`, `stopped` or `failed`.
   * Faults: those of `generate`, before it begins; later ones come as events.
   * @example
   * tract.user('And boots?')
   * const words: string[] = []
   * for await (const event of tract.stream()) if (event.type === 'text') words.push(event.text)
   * words.join('') // → 'Within 30 days.'
   */
  stream(options?: AskOptions): ReplyStream { return stream(this.handle, options) }
  /**
   * Gives the message that waits for an answer, or null: `retry` asks for it.
   * @example
   * tract.pendingMessage() // → null
   */
  pendingMessage(): MessageId | null { return pendingMessage(this.handle) }
  /**
   * Asks again for the message that has no answer, without saying it twice.
   * Faults: `chat/nothing-pending`, those of `generate`.
   * @example
   * await tract.retry() // ✗ 'chat/nothing-pending'
   */
  retry(options?: AskOptions): Promise<Reply> { return retry(this.handle, options) }

  /**
   * Answers that stopped halfway: they are no messages until you decide. `keep` makes a message of one, `discard` lets it go, `resume` goes on with it.
   * Faults: `partial/not-found`, `branch/not-found`; those of `generate` for `resume`.
   * @example
   * tract.configureClients({ default: scripted([[{ type: 'text', text: 'Half an' }]]) })
   * await tract.chat('And boots?')
   * tract.partials.keep(tract.partials.list()[0]!.id).preview // → 'Half an'
   */
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
