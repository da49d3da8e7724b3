import type { Ratio } from './ratios.ts'

export type Slope = { readonly name: string; readonly from: string; readonly to: string; readonly slope: number }

/** How an act grows with the history: 0 is not at all, 1 is in step with it. From the smallest to the largest size measured. */
export function slope(rows: readonly Ratio[]): readonly Slope[] {
  const byName = Map.groupBy(rows, (row) => row.name.replace(/, [\d,]+ commits$/, ''))
  return [...byName].flatMap(([name, sizes]) => {
    const [first, last] = [sizes[0], sizes.at(-1)]
    if (!first || !last || first === last) return []
    const grown = Math.log(last.subjectUs / first.subjectUs) / Math.log(sizeOf(last) / sizeOf(first))
    return [{ name, from: first.name, to: last.name, slope: Number(grown.toFixed(3)) }]
  })
}

const sizeOf = (row: Ratio): number => Number(/([\d,]+) commits$/.exec(row.name)?.[1]?.replaceAll(',', '') ?? 1)
