/** Reads a number of tokens as people write it: `8000`, `8 000`, `8,000`, `128k`, `1.5M`; null when it is none or out of range. */
export function readTokens(typed: string): number | null {
  const found = /^(\d+(?:\.\d+)?)([km]?)$/i.exec(typed.replace(/[\s,_'’]/g, ''))
  if (found === null) return null
  const tokens = Math.round(Number(found[1]) * (units[found[2]?.toLowerCase() ?? ''] ?? 1))
  return tokens >= 1 && tokens <= 100_000_000 ? tokens : null
}

const units: Readonly<Record<string, number>> = { k: 1000, m: 1_000_000 }
