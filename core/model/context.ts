import type { Author } from './author.ts'
import type { BudgetStatus } from './budget.ts'
import type { AnnotateCommit } from './commit.ts'
import type { Content, ContentType, Priority, Role } from './content.ts'
import type { BlobHash, CommitHash, ContextHash, EpochMs, LLMCallId, MergeId, MessageId } from './ids.ts'
import type { ConfigLevels, LLMConfig } from './config.ts'
import type { Head } from './refs.ts'
import type { StopReason, TokenUsage } from './reply.ts'

export type PromptMessage = { readonly role: Role; readonly content: string; readonly name: string | null; readonly contentType: ContentType }

/** Messages for a model. Plain data, with its output forms on the prototype: safe to serialise, to clone, to keep. */
export interface Prompt {
  readonly messages: readonly PromptMessage[]
  /** Neutral `{ role, content, name? }` rows. */
  toDicts(): MessageDict[]
  /** Chat-completions messages, valid for the provider whatever was hidden or edited. */
  toOpenAI(): OpenAIMessage[]
  /** `{ system?, messages }` with alternating roles, first message user. Spread it into the request. `thoughts` adds the signed ones of a tool loop under way. */
  toAnthropic(options?: { readonly thoughts?: boolean }): AnthropicPayload
  /** What a form had to mend to be valid: a result without its call, an empty message, … Faults: `input/invalid`. */
  repairs(form: 'openai' | 'anthropic'): readonly Repair[]
}

/** The prompt a tract gives: what is in, what is not, and why. */
export interface CompiledContext extends Prompt {
  readonly messages: readonly CompiledMessage[]
  readonly excluded: readonly ExcludedMessage[]
  readonly tokenCount: number
  readonly tokenSource: TokenSource
  readonly head: CommitHash | null
  readonly hash: ContextHash
}

/** `estimate`: our counter; `provider`: as billed; `mixed`: billed up to a point, counted since. */
export type TokenSource = 'estimate' | 'provider' | 'mixed'

export type CompiledMessage = PromptMessage & {
  readonly messageId: MessageId
  /** The commit whose content is shown: the newest edit, or the message itself. */
  readonly commit: CommitHash
  readonly blob: BlobHash
  readonly tokens: number
  readonly priority: Priority
  readonly edited: boolean
  readonly why: IncludedBecause
  /** The typed content, for the output forms. */
  readonly body: Content
}
export type IncludedBecause =
  | { readonly kind: 'appended' }
  | { readonly kind: 'pinned'; readonly by: Author; readonly reason: string | null }
  /** It stands for these messages. */
  | { readonly kind: 'summary'; readonly of: readonly MessageId[] }
  /** A summary stood for it, and was taken out of force. */
  | { readonly kind: 'expanded'; readonly from: MessageId }
  /** A merge brought it here. */
  | { readonly kind: 'merged'; readonly by: CommitHash }

export type ExcludedMessage = { readonly messageId: MessageId; readonly role: Role; readonly contentType: ContentType; readonly tokens: number; readonly why: ExcludedBecause }
export type ExcludedBecause =
  | { readonly kind: 'skipped'; readonly by: Author; readonly reason: string | null }
  /** These summaries stand for it. A skipped message can be inside one too: `skipped` is told then. */
  | { readonly kind: 'compressed'; readonly into: MessageId; readonly all: readonly MessageId[] }
  /** It is a summary, and what it stood for is shown again. */
  | { readonly kind: 'expanded'; readonly by: Author }
  /** It is a summary that a merge left out. */
  | { readonly kind: 'resolved'; readonly by: CommitHash }
  /** Its text went for good: it was erased, or a clean-up removed it under its summary. */
  | { readonly kind: 'erased'; readonly at: EpochMs }

/** `adjusted`: an id, a name, arguments or trailing blanks brought into the form the provider takes. `text` says it in words. */
export type Repair = {
  readonly messageId: MessageId | null
  readonly kind: 'toText' | 'syntheticResult' | 'dropped' | 'joined' | 'adjusted' | 'openingUser'
  readonly text: string
}

export type MessageDict = { role: Role; content: string; name?: string }
export type OpenAIMessage =
  | { role: 'system'; content: string; name?: string }
  | { role: 'user'; content: string; name?: string }
  | { role: 'assistant'; content: string | null; name?: string; tool_calls?: OpenAIToolCall[] }
  | { role: 'tool'; content: string; tool_call_id: string }
export type OpenAIToolCall = { id: string; type: 'function'; function: { name: string; arguments: string } }
export type AnthropicPayload = { system?: string; messages: AnthropicMessage[] }
export type AnthropicMessage = { role: 'user' | 'assistant'; content: string | AnthropicBlock[] }
export type AnthropicBlock =
  | { type: 'text'; text: string }
  | { type: 'thinking'; thinking: string; signature: string }
  | { type: 'tool_use'; id: string; name: string; input: unknown }
  | { type: 'tool_result'; tool_use_id: string; content: string; is_error?: boolean }

/** What a provider counted for one context, beside what we count for the same: the difference is how far an estimate is off. */
export type ReportedTokens = {
  readonly inputTokens: number
  readonly estimated: number
  readonly at: EpochMs
  /** null when whoever noted it didn't say. */
  readonly model: string | null
}

export type Status = {
  readonly head: Head
  /** Commits in the history of HEAD. */
  readonly commitCount: number
  /** Messages the model sees. */
  readonly messageCount: number
  readonly tokenCount: number
  readonly tokenSource: TokenSource
  /** The last count of a provider on this history; null where there is none. */
  readonly reported: ReportedTokens | null
  readonly budget: BudgetStatus | null
  readonly pending: { readonly partials: number; readonly merge: MergeId | null }
}

/** One message of a history as it happened, shown or not, with everything a reader asks of it. */
export type TranscriptMessage = {
  readonly messageId: MessageId
  /** The commit whose content is shown. */
  readonly commit: CommitHash
  readonly content: Content
  readonly role: Role
  /** Of its current content. */
  readonly tokens: number
  readonly priority: Priority
  readonly shown: boolean
  readonly why: IncludedBecause | ExcludedBecause
  readonly versions: number
  readonly author: Author
  readonly createdAt: EpochMs
  readonly generationConfig: LLMConfig | null
  readonly configLevels: ConfigLevels
  readonly call: CallFacts | null
}
/** What is known of the model call that wrote a message. */
export type CallFacts = {
  readonly call: LLMCallId
  readonly client: string
  readonly stopReason: StopReason | null
  readonly usage: TokenUsage | null
  readonly durationMs: number
  readonly firstTokenMs: number | null
  /** As the price was then; null when none was known. */
  readonly costUsd: number | null
  /** Settings the provider has no place for: they were not sent. */
  readonly notSent: readonly (keyof LLMConfig)[]
  /** The provider read only a part of what was sent. */
  readonly truncated: boolean
}
export type Transcript = { readonly items: readonly TranscriptMessage[]; /** Messages before the first of `items`. */ readonly earlier: number }

/** One version of a message: the first, or an edit. */
export type MessageVersion = {
  readonly commit: CommitHash
  readonly content: Content
  readonly author: Author
  readonly createdAt: EpochMs
  readonly isCurrent: boolean
  /** When its text went for good; absent while it is there. */
  readonly goneAt?: EpochMs
}
export type MessageHistory = {
  readonly messageId: MessageId
  readonly versions: readonly MessageVersion[]
  /** Every pin and skip it was given on this branch, first to last. */
  readonly annotations: readonly AnnotateCommit[]
}
