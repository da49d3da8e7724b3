import type { Prompt, PromptMessage } from '../../core/model/context.ts'
import { opening, rule } from './texts.ts'

/**
 * What the demo model says in the sample: it reads the time limit, the rule and the tool results from the messages it gets, so that correcting,
 * pinning and hiding them changes its answer. null where the prompt isn't the sample's.
 */
export function sampleAnswer({ messages }: Pick<Prompt, 'messages'>): string | null {
  if (!messages.some(({ contentType, content }) => contentType === 'instruction' && content.startsWith(opening))) return null
  const asked = messages.findLast(({ role, contentType }) => role === 'user' && contentType === 'dialogue')
  const topic = topics.find(({ words }) => words.test(asked?.content ?? '')) ?? general
  return [topic.say(limitIn(messages)), refund(messages), weight(messages)].filter((part) => part !== '').join('\n\n')
}

type Topic = { readonly words: RegExp; readonly say: (limit: string) => string }
const topics: readonly Topic[] = [
  { words: /gift/i, say: (limit) => `With a gift receipt the same **${limit}** apply, counted from the delivery of the gift. The refund is a **gift card** for the price paid, and the buyer is not told.` },
  { words: /sale|reduced|discount/i, say: () => 'Sale items can be exchanged for another size or turned into a gift card within **14 days** (policy 4.5). They are refunded in money only when they are faulty.' },
  { words: /worn|outside|outdoors/i, say: (limit) => `Shoes that were worn outside can come back within **${limit}** when the sole shows no more than light marks. Photos of both soles make the decision take one day instead of four.` },
  { words: /start|begin|count/i, say: (limit) => `The **${limit}** start on the day of delivery, taken from the last scan of the carrier. Each parcel of an order has its own time limit.` },
  { words: /label|shipping|postage|send back/i, say: () => 'The return label is free in Germany, Austria, France, Belgium and the Netherlands; elsewhere EUR 4.90 are deducted (policy 4.9).' },
  { words: /size|fit/i, say: () => 'The Trail Runner runs slightly small: between two sizes, take the larger one. Exchanging it for another size is free.' },
  { words: /how long|days|return|back/i, say: (limit) => `Shoes can be returned within **${limit}** of delivery, unworn outdoors and in the original box.` },
]
const general: Topic = { words: /./, say: (limit) => `I looked through what I have been told. Shoes can be returned within **${limit}** of delivery; for anything else I would look it up with a tool. This is the demo model: it knows only this sample.` }

/** As the newest answer says that gives one: what a model has said before, it believes. */
function limitIn(messages: readonly PromptMessage[]): string {
  const said = messages.filter(({ role }) => role === 'assistant').flatMap(({ content }) => content.match(/\b\d{2} days\b/g) ?? [])
  return said.at(-1) ?? 'time limit of the policy'
}

const refund = (messages: readonly PromptMessage[]): string =>
  messages.some(({ content }) => content === rule) ? 'I promise no date for the refund before the warehouse has scanned the parcel.' : 'The refund will be there on Friday.'

/** What the model had to read besides: it makes hiding it felt. */
function weight(messages: readonly PromptMessage[]): string {
  const results = messages.filter(({ contentType }) => contentType === 'tool_result')
  if (results.length === 0) return ''
  return `_I also read ${results.length === 1 ? 'a tool result' : `${results.length} tool results`} that ${results.length === 1 ? 'has' : 'have'} little to do with this._`
}
