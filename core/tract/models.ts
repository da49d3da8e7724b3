import { configureOperations } from '../history/configureOperations.ts'
import { chat, generate, type Generated, type GenerateOptions, resume, retry, stream } from '../llm/chat.ts'
import type { LLMClient } from '../llm/client.ts'
import { configureClients, type OperationClients, resolveFor } from '../llm/clients.ts'
import { lastCall, type LastCallOptions } from '../llm/lastCall.ts'
import { listPartialAnswers } from '../llm/partialRecords.ts'
import { discardAnswer, keepAnswer } from '../llm/partials.ts'
import { previewRequest } from '../llm/preview.ts'
import { type AskOptions, pendingMessage } from '../llm/question.ts'
import { receiptOf } from '../llm/receipt.ts'
import type { ReplyStream } from '../llm/replyStream.ts'
import { sendRaw } from '../llm/sendRaw.ts'
import { suggestTitle, type TitleOptions } from '../llm/title.ts'
import { type GivenUsage, recordUsage, type UsageFilter, usageOf } from '../llm/usage.ts'
import type { AppendCommit } from '../model/commit.ts'
import type { LLMConfig, LLMTask, OperationConfigs, ResolvedConfig } from '../model/config.ts'
import type { CommitLabels } from '../model/content.ts'
import { checkOptions } from '../model/given.ts'
import type { MessageId, PartialId, Ref } from '../model/ids.ts'
import type { JsonObject } from '../model/json.ts'
import type { Operation } from '../model/operation.ts'
import type { PartialAnswer, Reply } from '../model/reply.ts'
import type { CallRecord, RawAnswer, Receipt, RequestPreview, UsageReport, UsageRow } from '../model/usage.ts'
import { CleaningVerbs } from './cleaning.ts'

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

/** Asking models, what became of their answers, and what they cost. */
export class ModelVerbs extends CleaningVerbs {
  /**
   * Sets settings per job (`chat`, `compress`, `merge`, `orchestrate`, `plan`, `title`); what a job doesn't set comes from `defaultConfig`. Jobs not named stay as they are; null where all is as it was. Settings may be written for any framework, as for `LLMConfig.from`.
   * Faults: `config/bad-value`, `value/not-json`, `input/invalid`.
   * @example
   * tract.configureOperations({ compress: { temperature: 0 } })?.verb // → 'configure'
   * tract.resolveConfig('compress').levels // → { model: 'client', temperature: 'operation' }
   */
  configureOperations(configs: OperationConfigs): Operation | null { return configureOperations(this.handle, configs) }
  /**
   * Says where requests go, per job; `default` serves the rest. Shared by all handles on the tract, never kept in the file. You made them, you close them: closing the tract doesn't.
   * Faults: `input/invalid`.
   * @example
   * tract.configureClients({ default: demo(), chat: scripted(['Yes.']) })
   */
  configureClients(clients: OperationClients): void { configureClients(this.handle, clients) }
  /**
   * Says what a call would use, and which level set each field: the call's own options, its `llmConfig`, the job's settings, the tract's default, the client's model.
   * Faults: `config/bad-value`, `input/invalid`.
   * @example
   * tract.configure({ defaultConfig: { temperature: 0.2 } })
   * tract.resolveConfig('chat', { maxTokens: 50 }).levels // → { maxTokens: 'sugar', temperature: 'default', model: 'client' }
   */
  resolveConfig(task: LLMTask, options?: LLMConfig & { readonly llmConfig?: LLMConfig }): ResolvedConfig { return resolveFor(this.handle, task, options) }
  /**
   * Says something and gets the answer. The words are in the file before the model is asked; the answer is written to the branch it was asked on. A stopped answer is a result (`status: 'partial'`). Give a `signal` to be able to stop it.
   * Faults: `llm/no-client`, `llm/no-model`, `batch/async` (asked inside a batch or a dry run), those of `commit`, those of the client's calls.
   * @example
   * const reply = await tract.chat('And boots?')
   * reply.text // → 'Within 30 days.'
   */
  chat(text: string, options?: AskOptions & { readonly name?: string }): Promise<Reply> { return chat(this.handle, text, options) }
  /**
   * Asks with the context as it stands, and commits the answer. With `commit: false` it only shows it: nothing is written but the record of the call, half an answer is thrown, and `assistant(reply.text, { call: reply.call })` commits what you make of it.
   * Faults: those of `chat`, but for `commit`'s; `input/invalid`.
   * @example
   * tract.user('And boots?')
   * const seen = await tract.generate({ temperature: 0, commit: false })
   * seen.status // → 'uncommitted'
   * tract.pendingMessage() === tract.resolve('HEAD') // → true
   */
  generate<Commit extends boolean = true>(options?: GenerateOptions<Commit>): Promise<Generated<Commit>> { return generate(this.handle, options) }
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
   * Suggests a name for this tract, from its first messages: one line of at most 60 characters, which `rename` takes. The job is `title`.
   * Faults: `ref/no-commits` (nothing was said yet), those of `generate`.
   * @example
   * tract.configureClients({ title: scripted(['"Returning shoes"']) })
   * const title = await tract.suggestTitle()
   * tract.rename(title)
   * tract.name // → 'Returning shoes'
   */
  suggestTitle(options?: TitleOptions): Promise<string> { return suggestTitle(this.handle, options) }
  /**
   * Shows what `generate` would send now: the body to the letter where the client can tell, the address without credentials, and settings that are not sent. Asks nobody.
   * Faults: `llm/no-client`, `llm/no-model`, `head/detached`, `chat/nothing-pending`, `partial/not-found`.
   * @example
   * tract.user('And boots?')
   * tract.previewRequest({ temperature: 0 }).client // → 'scripted'
   */
  previewRequest(options?: AskOptions): RequestPreview { return previewRequest(this.handle, options) }

  /**
   * Sends a body as you wrote it, once and beside the conversation: to try what another request would give. `previewRequest` gives one to begin with. Nothing is written but what it took and cost.
   * Faults: `input/invalid`, `batch/async`, those of the client's calls.
   * @example
   * const { text } = await tract.sendRaw(scripted(['Hello']), { model: 'small', stream: true })
   * text // → 'Hello'
   * tract.transcript().items.length // → 3
   */
  sendRaw(client: LLMClient, body: JsonObject, signal: AbortSignal = new AbortController().signal): Promise<RawAnswer> { return sendRaw(this.handle, client, body, signal) }
  /**
   * Lists what calls took and cost, newest first, with sums: by `task`, `model` and `since` (milliseconds since 1970). What was paid stays on the list, whatever is taken back.
   * Faults: `input/invalid`.
   * @example
   * tract.recordUsage({ inputTokens: 20, outputTokens: 9, model: 'small' })
   * tract.usage({ model: 'small' }).inputTokens // → 20
   */
  usage(filter?: UsageFilter): UsageReport { return usageOf(this.handle, filter) }
  /**
   * Notes the usage of a call made without the tract, at the commit whose context was sent (default HEAD). From then on the context is measured from that count. An operation that undo takes back.
   * Faults: `ref/not-found`, `ref/ambiguous`, `ref/no-commits`, `input/invalid`.
   * @example
   * tract.recordUsage({ inputTokens: 60, outputTokens: 9 })
   * const { tokenCount, tokenSource } = tract.status()
   * [tokenCount, tokenSource] // → [60, 'provider']
   */
  recordUsage(usage: GivenUsage): UsageRow { return recordUsage(this.handle, usage) }
  /**
   * Gives the receipt of an answer: which context was sent for it, to whom, and whether that context still gives exactly what was sent.
   * Faults: `ref/not-found`, `ref/ambiguous`, `ref/no-commits`, `call/none`.
   * @example
   * await tract.chat('And boots?')
   * const { head, stillMatches } = tract.receipt('HEAD')
   * [head === tract.resolve('HEAD~1'), stillMatches] // → [true, true]
   */
  receipt(answer: Ref): Receipt { return receiptOf(this.handle, answer) }
  /**
   * Gives the newest chat request that was sent from this history, answered or not: its context is that of `head`. `at` ends the history elsewhere than at HEAD, `client` and `model` look for that of one provider and one model. null where nothing was sent.
   * Faults: `ref/not-found`, `ref/ambiguous`, `ref/no-commits`, `input/invalid`.
   * @example
   * const reply = await tract.chat('And boots?')
   * tract.lastCall()?.call === reply.call // → true
   * tract.lastCall({ at: question.hash }) // → null
   */
  lastCall(options: LastCallOptions = {}): CallRecord | null { return lastCall(this.handle, checkOptions(options, 'options: give them as { at: … }')) }

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
