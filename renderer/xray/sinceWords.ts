import type { CachePrefix, ChangeCounts } from '../../main/contract/xray.ts'
import { spaced } from '../words/numbers.ts'
import { clockWithSeconds } from '../words/times.ts'

export type CountWord = { readonly text: string; readonly tone: 'added' | 'removed' | 'changed' | 'none' }

/** `+2 −1 ≠1 messages`: what came, went and was changed; the noun stands once, behind the last. */
export function countWords({ added, removed, changed }: Pick<ChangeCounts, 'added' | 'removed' | 'changed'>): readonly CountWord[] {
  const all: readonly CountWord[] = [
    { text: `+${spaced(added)}`, tone: 'added' },
    { text: `−${spaced(removed)}`, tone: 'removed' },
    { text: `≠${spaced(changed)}`, tone: 'changed' },
  ]
  const counts = [added, removed, changed]
  const told = all.filter((_, at) => (counts[at] ?? 0) > 0)
  if (told.length === 0) return [{ text: 'nothing changed', tone: 'none' }]
  const last = counts[all.findLastIndex((_, at) => (counts[at] ?? 0) > 0)]
  return told.map((word, at) => (at < told.length - 1 ? word : { ...word, text: `${word.text} ${last === 1 && told.length === 1 ? 'message' : 'messages'}` }))
}

/** What the bar says, in a sentence. */
export function cacheTip(cache: CachePrefix): string {
  const rule = 'Providers charge less for a beginning that they read a short while ago.'
  if (cache.kind === 'new') return `Nothing was sent to ${cache.model} at ${cache.client} from here. ${rule}`
  const { call, tokens, of } = cache
  const read = call.cachedInputTokens === null || call.cachedInputTokens === 0 ? '' : ` Of the last request ${call.client} took ${spaced(call.cachedInputTokens)} from its cache.`
  return `The first ~${spaced(tokens)} of ${spaced(of)} tokens are just as ${call.model} got them at ${clockWithSeconds(call.at)}. ${rule}${read}`
}
