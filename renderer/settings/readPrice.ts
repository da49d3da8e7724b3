import type { ModelPrice } from '../../core/model/price.ts'

export type PriceFields = { readonly input: string; readonly cached: string; readonly output: string }
export type PriceRead = { readonly kind: 'price'; readonly price: ModelPrice } | { readonly kind: 'problem'; readonly words: string }

/** Reads a price in US dollars per million tokens. Cached input may be left blank: it costs as much as other input then. */
export function readPrice({ input, cached, output }: PriceFields): PriceRead {
  const inputUsd = readUsd(input)
  const outputUsd = readUsd(output)
  const cachedInputUsd = cached.trim() === '' ? null : readUsd(cached)
  if (inputUsd === null || outputUsd === null || (cachedInputUsd === null && cached.trim() !== '')) return { kind: 'problem', words: 'Dollars from 0 to 100 000, such as 2.50' }
  return { kind: 'price', price: { inputUsd, cachedInputUsd, outputUsd } }
}

/** A price as it stands in its field. */
export function priceFields(price: ModelPrice | null): PriceFields {
  const text = (usd: number | null | undefined): string => (usd == null ? '' : String(usd))
  return { input: text(price?.inputUsd), cached: text(price?.cachedInputUsd), output: text(price?.outputUsd) }
}

/** `$2.50`, `$0.075`; two digits behind the point, more where they count. */
export function priceText(usd: number | null | undefined): string {
  if (usd == null) return '—'
  const [whole = '0', part = ''] = String(Number(usd.toFixed(6))).split('.')
  return usd === 0 ? '$0' : `$${whole}.${part.padEnd(2, '0')}`
}

function readUsd(typed: string): number | null {
  const text = typed.trim().replace(/^\$\s*/, '').replace(',', '.')
  const usd = /^\d{1,6}(\.\d*)?$|^\.\d+$/.test(text) ? Number(text) : Number.NaN
  return usd >= 0 && usd <= 100_000 ? usd : null
}
