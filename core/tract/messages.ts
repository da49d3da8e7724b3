import { annotate } from '../history/annotate.ts'
import { append, type AppendOptions } from '../history/append.ts'
import { viewCommit } from '../history/commitView.ts'
import { edit } from '../history/edit.ts'
import type { AnnotateCommit, AppendCommit, EditCommit } from '../model/commit.ts'
import type { LLMConfig } from '../model/config.ts'
import type { CommitLabels, Content, Priority } from '../model/content.ts'
import type { Ref } from '../model/ids.ts'
import { checkOptions } from '../model/given.ts'
import { configFrom } from '../model/llmConfig.ts'
import { Handle, listOf } from './handle.ts'

export type CommitOptions = CommitLabels & { /** The settings of a call made without the tract. */ readonly generationConfig?: LLMConfig }
export type SpeakOptions = CommitOptions & { readonly name?: string }

/** Adding messages, correcting them, and saying which of them count. */
export class MessageVerbs extends Handle {
  /**
   * Adds a message at the end of the current branch; `options` are the commit's message, tags, metadata and settings.
   * Faults: `content/invalid`, `value/not-json`, `head/detached`, `budget/exceeded` (only with `onExceed: 'reject'`).
   * @example
   * tract.commit({ type: 'dialogue', role: 'user', text: 'And boots?' }, { tags: ['boots'] }).role // → 'user'
   */
  commit(content: Content, options?: CommitOptions): AppendCommit { return viewCommit(this.handle, append(this.handle, content, written(options))) as AppendCommit }
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
   * Adds what a model says: `commit({ type: 'dialogue', role: 'assistant', text })`. `chat` does it for the answers it gets.
   * Faults: those of `commit`.
   * @example
   * tract.assistant('Boots too.').role // → 'assistant'
   */
  assistant(text: string, options: SpeakOptions = {}): AppendCommit { return this.#say('assistant', text, options) }
  /**
   * Corrects a message where it stands; the versions before stay in history. A string replaces the text and leaves the other fields. Naming an edit means its message.
   * Faults: `edit/target-missing`, `edit/type-mismatch`, `content/invalid`, `value/not-json`, `ref/not-found`, `ref/ambiguous`, `head/detached`.
   * @example
   * tract.edit(answer.hash, 'You have 30 days to return them.', { message: 'it is 30' })
   * tract.compile().messages.at(-1)?.content // → 'You have 30 days to return them.'
   */
  edit(target: Ref, content: string | Content, options?: CommitOptions): EditCommit { return viewCommit(this.handle, edit(this.handle, target, content, written(options))) as EditCommit }
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

/** Settings given as a whole have no levels. */
function written(options: CommitOptions = {}): AppendOptions {
  const { generationConfig, ...labels } = checkOptions(options, howGiven)
  return generationConfig === undefined ? labels : { ...labels, config: { values: configFrom(generationConfig), levels: {} } }
}
