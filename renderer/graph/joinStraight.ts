import type { LaneLine } from './lanes.ts'

/** Makes one line of straight ones that follow each other in a lane: a history of ten thousand steps is a handful of lines. */
export function joinStraight(lines: readonly LaneLine[]): LaneLine[] {
  const joined: LaneLine[] = []
  const open = new Map<string, LaneLine>()
  const close = (key: string): void => {
    const run = open.get(key)
    if (run) joined.push(run)
    open.delete(key)
  }
  for (const line of lines.toSorted((a, b) => a.newer - b.newer)) {
    if (line.newerLane !== line.via || line.olderLane !== line.via) {
      joined.push(line)
      continue
    }
    const key = `${line.via}:${line.colour}`
    const run = open.get(key)
    if (run?.older === line.newer) open.set(key, { ...run, older: line.older })
    else {
      close(key)
      open.set(key, line)
    }
  }
  for (const key of open.keys()) close(key)
  return joined
}
