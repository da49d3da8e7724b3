import { tokenCounter } from '../../core/context/tokens.ts'
import type { CompiledContext, ExcludedBecause, IncludedBecause } from '../../core/index.ts'
import { coversOf, isShown, type NaiveContext, type NaiveMessage, shownIn } from './naive/context.ts'
import type { NaiveBlob } from './naive/rows.ts'
import { blobIn, hashIn, type Scene } from './scene.ts'

/** A context in words that both sides of a comparison have; compared as one text, which is cheap. */
export type ContextWords = { readonly shown: string; /** Why each of them is in. */ readonly why: string; readonly hidden: string; readonly tokens: number; readonly messages: number }

export function wordsOf(context: CompiledContext): ContextWords {
  const shown = context.messages.map(({ messageId, commit, priority, tokens, edited, role, content }) => [messageId, commit, priority, tokens, edited, role, content].join(' '))
  const why = context.messages.map((message) => whyShown(message.why))
  const hidden = context.excluded.map((message) => [message.messageId, message.tokens, message.role, reasonOf(message.why)].join(' '))
  return { shown: shown.join('\n'), why: why.join('\n'), hidden: hidden.join('\n'), tokens: context.tokenCount, messages: context.messages.length }
}

export function naiveWords(scene: Scene, tip: number | null): ContextWords {
  const context = scene.history.context(tip)
  const shown = shownIn(context)
  const lines = shown.map((message) => {
    const { id, text, priority } = message
    const blob = blobIn(scene, text.value)
    return [hashIn(scene, id), hashIn(scene, text.at), priority.value, tokensOf(blob), text.by !== id, blob.role, blob.text].join(' ')
  })
  const why = shown.map((message) => naiveWhy(scene, context, tip ?? 0, message))
  const hidden = context.messages.filter((message) => !isShown(context, message)).map((message) => {
    const blob = blobIn(scene, message.text.value)
    return [hashIn(scene, message.id), tokensOf(blob), blob.role, naiveReason(scene, context, message)].join(' ')
  })
  return { shown: lines.join('\n'), why: why.join('\n'), hidden: hidden.join('\n'), tokens: tokensIn(scene, shown), messages: shown.length }
}

/** What a reader cares about: which messages, with which words, pinned or not. The commit that brought them may be a copy. */
export const plainWords = (context: CompiledContext): string => context.messages.map(({ messageId, priority, content }) => [messageId, priority, content].join(' ')).join('\n')

/** Of a request with these messages. */
export function tokensIn(scene: Scene, messages: readonly NaiveMessage[]): number {
  return messages.reduce((sum, { text }) => sum + tokensOf(blobIn(scene, text.value)), messages.length > 0 ? 3 : 0)
}

function whyShown(why: IncludedBecause): string {
  switch (why.kind) {
    case 'pinned':
      return `pinned by ${why.by.kind}:${why.by.id} ${why.reason}`
    case 'summary':
      return `for ${[...why.of].toSorted().join()}`
    case 'expanded':
      return `from ${why.from}`
    case 'merged':
      return `brought by ${why.by}`
    case 'appended':
      return 'said here'
  }
}

/** The most telling of what holds. */
function naiveWhy(scene: Scene, context: NaiveContext, tip: number, message: NaiveMessage): string {
  const { id, isSummary, replaces, priority } = message
  if (isSummary) return `for ${[...replaces].map((one) => hashIn(scene, one)).toSorted().join()}`
  if (priority.value === 'pinned') return `pinned by ${naiveDecision(scene, message)}`
  const expanded = [...(context.namedBy.get(id) ?? [])].flatMap((summary) => context.byId.get(summary) ?? []).filter(({ inForce }) => !inForce.value)
  const last = expanded.toSorted((a, b) => b.inForce.at - a.inForce.at)[0]
  if (last) return `from ${hashIn(scene, last.id)}`
  const merge = scene.history.broughtBy(tip, id)
  return merge === null ? 'said here' : `brought by ${hashIn(scene, merge)}`
}

function reasonOf(why: ExcludedBecause): string {
  switch (why.kind) {
    case 'skipped':
      return `skipped by ${why.by.kind}:${why.by.id} ${why.reason}`
    case 'compressed':
      return `in ${why.all.includes(why.into) ? '' : 'none of '}${[...why.all].toSorted().join()}`
    case 'expanded':
      return `expanded by ${why.by.kind}:${why.by.id}`
    case 'resolved':
      return `left out by ${why.by}`
    case 'erased':
      return 'erased'
  }
}

function naiveReason(scene: Scene, context: NaiveContext, message: NaiveMessage): string {
  const { id, inForce, priority } = message
  if (!inForce.value) {
    const { kind, author, hash } = scene.history.get(inForce.at)
    return kind === 'expand' ? `expanded by ${author}` : `left out by ${hash}`
  }
  if (priority.value === 'skip') return `skipped by ${naiveDecision(scene, message)}`
  return `in ${coversOf(context, id).map((summary) => hashIn(scene, summary)).toSorted().join()}`
}

/** Who gave a message its priority, and why; one that came with it has no reason of its own. */
function naiveDecision(scene: Scene, { priority }: NaiveMessage): string {
  const { author, reason, kind } = scene.history.get(priority.at)
  return `${author} ${kind === 'annotate' ? reason : null}`
}

const counted = new Map<string, number>()
const count = (text: string): number => {
  let tokens = counted.get(text)
  if (tokens === undefined) counted.set(text, (tokens = tokenCounter('o200k_base').count(text)))
  return tokens
}
const tokensOf = ({ role, text }: NaiveBlob): number => 3 + count(role) + count(text)
