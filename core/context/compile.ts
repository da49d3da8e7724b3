import type { CompiledContext, CompiledMessage, ExcludedMessage, TokenSource } from '../model/context.ts'
import { nameOf, textOf } from '../model/contentTypes.ts'
import { hashOf } from '../model/hash.ts'
import type { BlobHash, CommitHash, ContextHash, MessageId } from '../model/ids.ts'
import { factsOf } from './entryFacts.ts'
import { promptForms } from './prompt.ts'
import type { ContextSource } from './source.ts'
import { contextTokens, eachEntry, isShown } from './state.ts'
import { type Entry, type State, tokensOf } from './state.ts'

export type CompileOptions = {
  readonly head: CommitHash | null
  /** What is known of its size beyond our own count. */
  readonly measured?: { readonly tokenCount: number; readonly tokenSource: TokenSource }
}

/**
 * The prompt of a state. Its totals cost nothing; `messages`, `excluded` and `hash` are read from `source` when first asked for, and are plain
 * data from then on. Cloning or serialising asks for all of them.
 */
export function compileState(source: ContextSource, state: State, { head, measured }: CompileOptions): CompiledContext {
  return {
    __proto__: promptForms,
    get messages() {
      return fix(this, 'messages', compiledMessages(source, state))
    },
    get excluded() {
      return fix(this, 'excluded', excludedMessages(source, state))
    },
    tokenCount: measured?.tokenCount ?? contextTokens(state),
    tokenSource: measured?.tokenSource ?? 'estimate',
    head,
    get hash() {
      return fix(this, 'hash', contextHash((this as unknown as CompiledContext).messages))
    },
  } as unknown as CompiledContext
}

/** Names what is shown, in order: the same messages with the same content give the same hash, wherever they stand. */
export function contextHash(messages: readonly { readonly messageId: MessageId; readonly blob: BlobHash }[]): ContextHash {
  const pairs = messages.map(({ messageId, blob }) => `["${messageId}","${blob}"]`)
  return hashOf('tract:context:1', `[${pairs.join(',')}]`) as ContextHash
}

function compiledMessages(source: ContextSource, state: State): readonly CompiledMessage[] {
  const entries = listEntries(state, true)
  const facts = factsOf(source, state, entries)
  return entries.map((entry) => {
    const { hash, type, role, content } = facts.blob(entry)
    return {
      role,
      content: textOf(content, source.types),
      name: nameOf(content),
      contentType: type,
      messageId: facts.messageId(entry),
      commit: facts.shownBy(entry),
      blob: hash,
      tokens: entry.tokens,
      priority: entry.priority,
      edited: entry.blobBy !== entry.message,
      why: facts.whyShown(entry),
      body: content,
    }
  })
}

function excludedMessages(source: ContextSource, state: State): readonly ExcludedMessage[] {
  const entries = listEntries(state, false)
  const facts = factsOf(source, state, entries)
  return entries.map((entry) => {
    const { type, role } = facts.blob(entry)
    return { messageId: facts.messageId(entry), role, contentType: type, tokens: tokensOf(entry), why: facts.whyHidden(entry) }
  })
}

function listEntries(state: State, shown: boolean): readonly Entry[] {
  const entries: Entry[] = []
  eachEntry(state, (entry) => {
    if (isShown(state, entry) === shown) entries.push(entry)
  })
  return entries
}

/** Gives a property its value for good. */
function fix<T>(holder: object, name: string, value: T): T {
  Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: false })
  return value
}
