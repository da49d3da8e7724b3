import { isObject, refused, shown } from '../model/given.ts'
import type { Ports } from '../model/ports.ts'
import type { ModelPrice, Prices } from '../model/price.ts'
import type { TokenUsage } from '../model/reply.ts'

/** What a call cost in US dollars. Cached input has its own price where there is one; no more of it is counted than there was input. */
export function costOf(usage: TokenUsage, price: ModelPrice): number {
  const cached = Math.min(usage.cachedInputTokens ?? 0, usage.inputTokens)
  const fresh = usage.inputTokens - cached
  const millionths = fresh * price.inputUsd + cached * (price.cachedInputUsd ?? price.inputUsd) + usage.outputTokens * price.outputUsd
  return roundUsd(millionths / 1e6)
}

/** The price of a model now; null where none is known. What a price list throws, or gives that is no price, must not cost an answer. */
export function priceNow({ prices, log }: Pick<Ports, 'prices' | 'log'>, model: string): ModelPrice | null {
  if (model === '') return null
  try {
    const price: ModelPrice | null | undefined = prices(model)
    const problems = isGiven(price) ? problemsOf(model, price) : []
    if (problems.length > 0) throw refused(...problems)
    return price ?? null
  } catch (error) {
    log('warn', 'a price could not be found', { model, found: String(error) })
    return null
  }
}

const isGiven = (price: unknown): boolean => price !== null && price !== undefined

/** Adding and multiplying leaves dust behind the twelfth decimal. */
export const roundUsd = (usd: number): number => Number(usd.toFixed(12))

/** Prices by the name of a model, as a program gives them. Faults: `input/invalid`. */
export function pricesOf(table: { readonly [model: string]: ModelPrice }): Prices {
  if (!isObject(table)) throw refused(`prices: give them as { 'a model': { inputUsd, cachedInputUsd, outputUsd } }, not ${shown(table)}`)
  const problems = Object.entries(table).flatMap(([model, price]) => problemsOf(model, price))
  if (problems.length > 0) throw refused(...problems)
  const prices = new Map(Object.entries(table))
  return (model) => prices.get(model) ?? null
}

function problemsOf(model: string, price: unknown): readonly string[] {
  if (!isObject(price)) return [`the price of ${model} must be { inputUsd, cachedInputUsd, outputUsd }, not ${shown(price)}`]
  const { inputUsd, cachedInputUsd = null, outputUsd } = price as { readonly [field: string]: unknown }
  const fields = { inputUsd, outputUsd, ...(cachedInputUsd === null ? {} : { cachedInputUsd }) }
  return Object.entries(fields).filter(([, usd]) => !isAmount(usd)).map(([field, usd]) => `${field} of ${model} must be US dollars per million tokens, not ${shown(usd)}`)
}

const isAmount = (usd: unknown): boolean => typeof usd === 'number' && Number.isFinite(usd) && usd >= 0
