/** Random choices that a seed repeats. */
export type Random = {
  /** In [0, 1). */
  next(): number
  /** A whole number from 0 to `end` − 1. */
  below(end: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** One of the keys, each as often as its weight says. */
  weighted<K extends string>(weights: { readonly [Key in K]: number }): K
}

/** Numbers by mulberry32: small, fast, good enough to reach odd corners. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (end: number) => Math.floor(next() * end)
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick<T>(list: readonly T[]): T {
      if (list.length === 0) throw new Error('nothing to pick from')
      return list[below(list.length)] as T
    },
    weighted<K extends string>(weights: { readonly [Key in K]: number }): K {
      const rows = Object.entries(weights) as [K, number][]
      let left = next() * rows.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [key, weight] of rows) if ((left -= weight) < 0) return key
      return rows[0]![0]
    },
  }
}

/** Runs a check with many seeds (from `after` + 1), or only with the one in SEED. A failure says its seed. */
export function forSeeds(count: number, check: (random: Random, seed: number) => void, after = 0): void {
  const only = process.env['SEED']
  const first = only === undefined ? after + 1 : Number(only)
  const last = only === undefined ? after + count : first
  for (let seed = first; seed <= last; seed++) {
    try {
      check(randomOf(seed), seed)
    } catch (error) {
      if (error instanceof Error) error.message = `with SEED=${seed}: ${error.message}`
      throw error
    }
  }
}

/** The same for a check that waits; seeds from `after` + 1. */
export async function forSeedsAsync(count: number, after: number, check: (random: Random, seed: number) => Promise<void>): Promise<void> {
  const only = process.env['SEED']
  const seeds = only === undefined ? Array.from({ length: count }, (_, i) => after + i + 1) : [Number(only)]
  for (const seed of seeds) {
    try {
      await check(randomOf(seed), seed)
    } catch (error) {
      if (error instanceof Error) error.message = `with SEED=${seed}: ${error.message}`
      throw error
    }
  }
}
