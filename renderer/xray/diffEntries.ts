import type { LineChange } from '../../main/contract/xray.ts'

/** A line of the difference, or a run of lines that are alike on both sides. */
export type DiffEntry = { readonly kind: 'line'; readonly line: LineChange } | { readonly kind: 'alike'; readonly first: string; readonly count: number }

/** Lines that are alike are folded, but for those next to a change; `opened` has the first of the runs that were unfolded. */
export function diffEntries(lines: readonly LineChange[], opened: ReadonlySet<string>): readonly DiffEntry[] {
  const entries: DiffEntry[] = []
  for (let at = 0; at < lines.length; ) {
    const end = endOfRun(lines, at)
    const [from, to] = [at === 0 ? 0 : at + beside, end === lines.length ? end : end - beside]
    const first = lines[from]
    const isFolded = first !== undefined && to - from > 1 && !opened.has(first.messageId)
    if (end === at) entries.push({ kind: 'line', line: lines[at++]! })
    else {
      const show = (some: readonly LineChange[]): void => void entries.push(...some.map((line): DiffEntry => ({ kind: 'line', line })))
      if (!isFolded) show(lines.slice(at, end))
      else {
        show(lines.slice(at, from))
        entries.push({ kind: 'alike', first: first.messageId, count: to - from })
        show(lines.slice(to, end))
      }
      at = end
    }
  }
  return entries
}

/** How many lines beside a change stay, to tell where it is. */
const beside = 1

function endOfRun(lines: readonly LineChange[], at: number): number {
  let end = at
  while (lines[end]?.mark === 'same') end += 1
  return end
}
