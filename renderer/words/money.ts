/** A cost in US dollars as people read it: `$0.031`, `$1.24`, `$210`; two digits that count below a dollar. */
export function usd(value: number): string {
  if (value === 0) return '$0'
  if (value < 0.0001) return '<$0.0001'
  if (value < 0.995) return `$${value.toFixed(Math.min(4, 1 - Math.floor(Math.log10(value))))}`
  return value < 100 ? `$${value.toFixed(2)}` : `$${Math.round(value)}`
}
