import { isNearby } from '../core/llm/models.ts'
import type { ModelPrice, Prices } from '../core/model/price.ts'
import { findBuiltIn } from './builtIn.ts'
import type { KnownPrice } from './contract/models.ts'
import type { StoredProvider, StoredSettings } from './settings.ts'

/**
 * When the table was last compared with the public price lists of OpenAI (developers.openai.com/api/docs/pricing) and Anthropic
 * (platform.claude.com/docs/en/about-claude/pricing). It has their standard prices: very long prompts, batches, priority and writing to a cache
 * cost otherwise.
 */
export const pricesAsOf = '2026-10-24'

/** In US dollars per million tokens: input, input from the cache, output. */
const table: { readonly [model: string]: readonly [input: number, cached: number | null, output: number] } = {
  'gpt-6-astra': [10, 1, 50],
  'gpt-6.1-sol': [2, 0.1, 10],
  'gpt-6-sol': [2, 0.2, 10],
  'gpt-6-luna': [0.1, 0.01, 0.5],
  'gpt-5.6-sol': [4, 0.4, 20],
  'gpt-5.6-terra': [2, 0.2, 12],
  'gpt-5.6-luna': [0.2, 0.02, 1.2],
  'gpt-5.5': [5, 0.5, 30],
  'gpt-5.5-pro': [30, null, 180],
  'gpt-5.4': [2.5, 0.25, 15],
  'gpt-5.4-mini': [0.75, 0.075, 4.5],
  'gpt-5.4-nano': [0.2, 0.02, 1.25],
  'gpt-5.4-pro': [30, null, 180],
  'gpt-5.2': [1.75, 0.175, 14],
  'gpt-5.1': [1.25, 0.125, 10],
  'gpt-5': [1.25, 0.125, 10],
  'gpt-5-mini': [0.25, 0.025, 2],
  'gpt-5-nano': [0.05, 0.005, 0.4],
  'gpt-4.1': [2, 0.5, 8],
  'gpt-4.1-mini': [0.4, 0.1, 1.6],
  'gpt-4.1-nano': [0.1, 0.025, 0.4],
  'gpt-4o': [2.5, 1.25, 10],
  'gpt-4o-mini': [0.15, 0.075, 0.6],
  o3: [2, 0.5, 8],
  'o4-mini': [1.1, 0.275, 4.4],
  'claude-fable-5-1': [10, 0.25, 50],
  'claude-fable-5': [10, 1, 50],
  'claude-opus-5-5': [4, 0.2, 20],
  'claude-opus-5': [5, 0.5, 25],
  'claude-opus-4-8': [5, 0.5, 25],
  'claude-opus-4-7': [5, 0.5, 25],
  'claude-opus-4-6': [5, 0.5, 25],
  'claude-opus-4-5': [5, 0.5, 25],
  'claude-opus-4-1': [15, 1.5, 75],
  'claude-sonnet-5-5': [2, 0.1, 10],
  'claude-sonnet-5': [2, 0.2, 10],
  'claude-sonnet-4-6': [3, 0.3, 15],
  'claude-sonnet-4-5': [3, 0.3, 15],
  'claude-sonnet-4': [3, 0.3, 15],
  'claude-haiku-5-5': [0.1, 0.01, 0.5],
  'claude-haiku-4-5': [1, 0.1, 5],
  'claude-haiku-3-5': [0.8, 0.08, 4],
}

/** The price of the table; null for a model it doesn't know. A date behind the name, or `-latest`, is the same model. */
export function tablePrice(model: string): ModelPrice | null {
  const names = [model, model.replace(/-(latest|\d{8}|\d{4}-\d{2}-\d{2})$/, '')]
  const row = names.filter((name) => Object.hasOwn(table, name)).map((name) => table[name])[0]
  return row === undefined ? null : { inputUsd: row[0], cachedInputUsd: row[1], outputUsd: row[2] }
}

type Place = Pick<StoredProvider, 'id' | 'kind' | 'baseUrl'>
const free: ModelPrice = { inputUsd: 0, cachedInputUsd: 0, outputUsd: 0 }

/**
 * What a model costs at a provider: what somebody entered, else what the table says, else nothing where it runs on machines of one's own. A model of
 * the table that is asked on this machine is asked through a gateway there.
 */
export function priceAt(settings: Pick<StoredSettings, 'prices'>, provider: Place, model: string): KnownPrice {
  const own = ownPrice(settings, model)
  if (own !== null) return { price: own, from: 'own' }
  const listed = tablePrice(model)
  if (listed !== null) return { price: listed, from: 'table' }
  return isFree(provider) ? { price: free, from: 'free' } : { price: null, from: 'unknown' }
}

export const ownPrice = ({ prices }: Pick<StoredSettings, 'prices'>, model: string): ModelPrice | null => (Object.hasOwn(prices, model) ? (prices[model] ?? null) : null)

/** It runs on this machine or its network. */
function isFree({ id, kind, baseUrl }: Place): boolean {
  const address = baseUrl || findBuiltIn(id)?.address
  return kind === 'demo' || (address != null && isNearby(address))
}

/** What a model costs, for one who knows only its name. Reads the settings anew each time: a price entered now holds for the next call. */
export function pricesOf(read: () => StoredSettings): Prices {
  return (model) => {
    const settings = read()
    const known = ownPrice(settings, model) ?? tablePrice(model)
    if (known !== null) return known
    const havers = settings.providers.filter(({ models }) => models.includes(model))
    return havers.length > 0 && havers.every(isFree) ? free : null
  }
}
