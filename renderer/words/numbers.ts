const thin = '\u2009'

/** `8 420`, with a thin gap at every thousand. For plain strings; `<Num>` where it can be an element. */
export const spaced = (value: number): string => `${value < 0 ? '−' : ''}${String(Math.abs(Math.round(value))).replace(/\B(?=(\d{3})+$)/g, thin)}`

/** `812`, `8.4k`, `128k`, `1.2M`. */
export function short(value: number): string {
  const size = Math.abs(value)
  if (size < 1000) return String(Math.round(value))
  if (size < 999_500) return `${oneDigit(value / 1000, 99.95)}k`
  return `${oneDigit(value / 1_000_000, 99.95)}M`
}

/** A change with its sign: `+819`, `−812`, `±0`. */
export const signed = (value: number): string => (value === 0 ? '±0' : `${value > 0 ? '+' : '−'}${spaced(Math.abs(value))}`)

/** `3 steps`, `1 step`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${spaced(count)} ${count === 1 ? one : many}`

function oneDigit(value: number, wholeFrom: number): string {
  return Math.abs(value) >= wholeFrom ? String(Math.round(value)) : value.toFixed(1).replace(/\.0$/, '')
}
