import { annotate } from '../history/annotate.ts'
import { append } from '../history/append.ts'
import { viewCommit } from '../history/commitView.ts'
import { edit } from '../history/edit.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { appendFromCall, editFromCall } from '../llm/fromCall.ts'
import type { AnnotateCommit, AppendCommit, EditCommit } from '../model/commit.ts'
import type { LLMConfig, ResolvedConfig } from '../model/config.ts'
import type { CommitLabels, Content, Priority } from '../model/content.ts'
import type { LLMCallId, Ref } from '../model/ids.ts'
import { checkOptions, refused } from '../model/given.ts'
import { configFrom } from '../model/llmConfig.ts'
import type { CommitKey } from '../store/commits.ts'
import { Handle, listOf } from './handle.ts'

export type CommitOptions = CommitLabels & {
  /** The model call that gave this text: its settings, usage and receipt are taken over. From `generate({ commit: false })`. */
  readonly call?: LLMCallId
  /** The settings of a call made without the tract. */
  readonly generationConfig?: LLMConfig
}
export type SpeakOptions = CommitOptions & { readonly name?: string }

/** Adding messages, correcting them, and saying which of them count. */
export class MessageVerbs extends Handle {
  /**
   * Adds a message at the end of the current branch; `options` are the commit's message, tags, metadata and settings, or the `call` that gave it.
   * Faults: `content/invalid`, `value/not-json`, `head/detached`, `call/none`, `input/invalid`, `budget/exceeded` (only with `onExceed: 'reject'`).
   * @example
   * tract.commit({ type: 'dialogue', role: 'user', text: 'And boots?' }, { tags: ['boots'] }).role // → 'user'
   */
  commit(content: Content, options?: CommitOptions): AppendCommit { return viewCommit(this.handle, appended(this.handle, content, options)) as AppendCommit }
  /**
   * Adds an instruction: `commit({ type: 'instruction', text })`. It is pinned from the start.
   * Faults: those of `commit`.
   * @example
   * tract.system('Be brief.').contentType // → 'instruction'
   */
  system(text: string, options?: CommitOptions): AppendCommit { return this.commit({ type: 'instruction', text }, options) }
  /**
   * Adds what a person says: `commit({ type: 'dialogue', role: 'user', text })`, with a `name` where several speak.
   * Faults: those of `commit`.
   * @example
   * tract.user('And boots?', { name: 'Ada' }).message // → 'dialogue: And boots?'
   */
  user(text: string, options: SpeakOptions = {}): AppendCommit { return this.#say('user', text, options) }
  /**
   * Adds what a model says: `commit({ type: 'dialogue', role: 'assistant', text })`. `chat` does it for the answers it gets; for one that you looked at first, name its `call`.
   * Faults: those of `commit`.
   * @example
   * tract.user('And boots?')
   * const reply = await tract.generate({ temperature: 0, commit: false })
   * tract.assistant(reply.text.toUpperCase(), { call: reply.call }).generationConfig?.temperature // → 0
   */
  assistant(text: string, options: SpeakOptions = {}): AppendCommit { return this.#say('assistant', text, options) }
  /**
   * Corrects a message where it stands; the versions before stay in history. A string replaces the text and leaves the other fields. Naming an edit means its message.
   * Faults: `edit/target-missing`, `edit/type-mismatch`, `content/invalid`, `value/not-json`, `ref/not-found`, `ref/ambiguous`, `head/detached`, `call/none`, `input/invalid`.
   * @example
   * tract.edit(answer.hash, 'You have 30 days to return them.', { message: 'it is 30' })
   * tract.compile().messages.at(-1)?.content // → 'You have 30 days to return them.'
   */
  edit(target: Ref, content: string | Content, options?: CommitOptions): EditCommit { return viewCommit(this.handle, edited(this.handle, target, content, options)) as EditCommit }
  /**
   * Pins messages (always in, never compressed), skips them (hidden, kept) or sets them back to normal; on this branch, as one operation.
   * Faults: `ref/not-found`, `ref/ambiguous`, `ref/not-a-message`, `edit/target-missing`, `input/invalid`, `head/detached`.
   * @example
   * tract.annotate([question.hash, answer.hash], 'skip', { reason: 'off topic' })
   * tract.compile().messages.length // → 1
   */
  annotate(targets: Ref | readonly Ref[], priority: Priority, options?: { readonly reason?: string }): readonly AnnotateCommit[] {
    const keys = annotate(this.handle, listOf(targets), priority, options)
    return keys.map((key) => viewCommit(this.handle, key) as AnnotateCommit)
  }

  #say(role: 'user' | 'assistant', text: string, options: SpeakOptions): AppendCommit {
    const { name, ...rest } = checkOptions(options, howGiven)
    return this.commit({ type: 'dialogue', role, text, ...(name === undefined ? {} : { name }) }, rest)
  }
}

const howGiven = 'options: give them as { message: … }'

function appended(tract: TractHandle, content: Content, options?: CommitOptions): CommitKey {
  const { call, labels, config } = written(options)
  return call === undefined ? append(tract, content, { ...labels, ...config }) : appendFromCall(tract, content, call, labels)
}

function edited(tract: TractHandle, target: Ref, content: string | Content, options?: CommitOptions): CommitKey {
  const { call, labels, config } = written(options)
  return call === undefined ? edit(tract, target, content, { ...labels, ...config }) : editFromCall(tract, target, content, call, labels)
}

type Written = { readonly labels: CommitLabels; readonly call: LLMCallId | undefined; readonly config: { readonly config?: ResolvedConfig } }

/** Settings given as a whole have no levels. */
function written(options: CommitOptions = {}): Written {
  const { call, generationConfig, ...labels } = checkOptions(options, howGiven)
  if (call !== undefined && generationConfig !== undefined) throw refused('call and generationConfig: give one of them, as the call has its own settings')
  return { labels, call, config: generationConfig === undefined ? {} : { config: { values: configFrom(generationConfig), levels: {} } } }
}
