import { annotate } from '../history/annotate.ts'
import { append } from '../history/append.ts'
import { viewCommit } from '../history/commitView.ts'
import { edit } from '../history/edit.ts'
import type { AnnotateCommit, AppendCommit, EditCommit } from '../model/commit.ts'
import type { LLMConfig } from '../model/config.ts'
import type { CommitLabels, Content, Priority } from '../model/content.ts'
import type { Ref } from '../model/ids.ts'
import { configFrom } from '../model/llmConfig.ts'
import { Handle } from './handle.ts'

export type CommitOptions = CommitLabels & { /** The settings of a call made without the tract. */ readonly generationConfig?: LLMConfig }
export type SpeakOptions = CommitOptions & { readonly name?: string }

/** Adding messages, correcting them, and saying which of them count. */
export class MessageVerbs extends Handle {
  commit(content: Content, options: CommitOptions = {}): AppendCommit {
    const { generationConfig, ...labels } = options
    const config = generationConfig === undefined ? null : { values: configFrom(generationConfig), levels: {} }
    return viewCommit(this.handle, append(this.handle, content, { ...labels, config })) as AppendCommit
  }
  system(text: string, options?: CommitOptions): AppendCommit { return this.commit({ type: 'instruction', text }, options) }
  user(text: string, options: SpeakOptions = {}): AppendCommit { return this.#say('user', text, options) }
  assistant(text: string, options: SpeakOptions = {}): AppendCommit { return this.#say('assistant', text, options) }
  edit(target: Ref, content: string | Content, labels?: CommitLabels): EditCommit { return viewCommit(this.handle, edit(this.handle, target, content, labels)) as EditCommit }
  annotate(targets: Ref | readonly Ref[], priority: Priority, options?: { readonly reason?: string }): readonly AnnotateCommit[] {
    const keys = annotate(this.handle, typeof targets === 'string' ? [targets] : targets, priority, options)
    return keys.map((key) => viewCommit(this.handle, key) as AnnotateCommit)
  }

  #say(role: 'user' | 'assistant', text: string, { name, ...options }: SpeakOptions): AppendCommit {
    return this.commit({ type: 'dialogue', role, text, ...(name === undefined ? {} : { name }) }, options)
  }
}
