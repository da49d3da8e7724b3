/** A message as a provider reads it: the same `blob` in the same role is the same text. */
export type SentLine = { readonly role: string; readonly blob: string; readonly tokens: number }
export type SharedPrefix = { /** Messages from the first on that are alike in both. */ readonly count: number; readonly tokens: number }

/** How far two requests begin alike, message by message: that much a provider that keeps what it read needn't read again. */
export function sharedPrefix(sent: readonly SentLine[], next: readonly SentLine[]): SharedPrefix {
  const firstOther = next.findIndex(({ role, blob }, at) => sent[at]?.blob !== blob || sent[at].role !== role)
  const count = firstOther < 0 ? next.length : firstOther
  return { count, tokens: next.slice(0, count).reduce((sum, { tokens }) => sum + tokens, 0) }
}

/** The order in which a protocol sends messages: Anthropic's has all rules at the top, wherever they stand. */
export const asSent = <T extends SentLine>(lines: readonly T[], form: 'openai' | 'anthropic' | 'ollama' | null): readonly T[] =>
  form === 'anthropic' ? [...lines.filter(({ role }) => role === 'system'), ...lines.filter(({ role }) => role !== 'system')] : lines
