import { laneColour } from './laneColour.ts'

/** What the layout needs of a step: its name, what it follows, and the branches that end there. Newest first. */
export type LaneInput = { readonly hash: string; readonly parents: readonly string[]; readonly branches: readonly string[] }
export type LanePlace = { readonly lane: number; /** 0–7; 0 only for the current branch. */ readonly colour: number }

/** A line between two steps, by row index (0 = newest). It leaves `olderLane` for `via` right after the older step, and reaches `newerLane` right before the newer one. */
export type LaneLine = {
  readonly newer: number
  /** The number of rows, when the older step isn't loaded: the line goes on beyond the last row. */
  readonly older: number
  readonly newerLane: number
  readonly olderLane: number
  readonly via: number
  readonly colour: number
}
export type LaneLayout = { readonly places: readonly LanePlace[]; readonly lines: readonly LaneLine[]; /** The highest lane in use. */ readonly lastLane: number }

/** A lane in use: the step it leads to, and the lines that will end there. */
type Lane = { readonly expects: string; readonly colour: number; readonly open: OpenLine[] }
type OpenLine = { readonly newer: number; readonly newerLane: number; readonly colour: number }

/**
 * Lays out history, newest → oldest, with a list of lanes in use. A first parent keeps the lane, other parents take the nearest free one,
 * lane 0 belongs to the line of `tip`. A lane is free again where its branch left the other. `branchColours` are those of the named branches.
 */
export function layLanes(rows: readonly LaneInput[], tip: string | null, branchColours: ReadonlyMap<string, number> = new Map()): LaneLayout {
  const trunk = trunkOf(rows, tip)
  const names = new Map(rows.map((row) => [row.hash, row.branches[0] ?? row.hash]))
  const colourFor = (hash: string, taken: readonly number[]): number => {
    const name = names.get(hash) ?? hash
    return branchColours.get(name) ?? laneColour(name, taken)
  }
  const lanes: (Lane | null)[] = [null]
  const places: LanePlace[] = []
  const lines: LaneLine[] = []
  let lastLane = 0
  rows.forEach((row, index) => {
    const arriving = lanesTo(lanes, row.hash)
    const lane = trunk.has(row.hash) ? 0 : (arriving[0] ?? freeLane(lanes, 1))
    const colour = lane === 0 && trunk.has(row.hash) ? 0 : (lanes[lane]?.colour ?? colourFor(row.hash, neighbours(lanes, lane)))
    places.push({ lane, colour })
    for (const via of arriving) {
      for (const line of lanes[via]?.open ?? []) lines.push({ ...line, older: index, olderLane: lane, via })
      lanes[via] = null
    }
    row.parents.forEach((parent, nth) => openLine(lanes, { parent, nth, index, lane, colour, onTrunk: trunk.has(parent), colourFor }))
    lastLane = Math.max(lastLane, lane, lanes.length - 1)
  })
  lanes.forEach((lane, via) => lane?.open.forEach((line) => lines.push({ ...line, older: rows.length, olderLane: via, via })))
  return { places, lines, lastLane }
}

/** The first-parent line of the current branch. */
function trunkOf(rows: readonly LaneInput[], tip: string | null): Set<string> {
  const trunk = new Set<string>()
  let next: string | undefined = tip ?? undefined
  for (const row of rows) {
    if (row.hash !== next) continue
    trunk.add(row.hash)
    next = row.parents[0]
  }
  if (next !== undefined) trunk.add(next) // the older end, not loaded yet
  return trunk
}

const lanesTo = (lanes: readonly (Lane | null)[], hash: string): number[] => lanes.flatMap((lane, at) => (lane?.expects === hash ? [at] : []))

function freeLane(lanes: readonly (Lane | null)[], from: number): number {
  let lane = from
  while (lanes[lane]) lane += 1
  return lane
}

const neighbours = (lanes: readonly (Lane | null)[], lane: number): number[] => [lanes[lane - 1]?.colour, lanes[lane + 1]?.colour].filter((colour) => colour !== undefined)

type Opening = {
  readonly parent: string
  readonly nth: number
  readonly index: number
  readonly lane: number
  readonly colour: number
  readonly onTrunk: boolean
  readonly colourFor: (hash: string, taken: readonly number[]) => number
}

/** A first parent goes on in the same lane; a merged one joins the lane that already leads to it, or takes a free one to the right. */
function openLine(lanes: (Lane | null)[], { parent, nth, index, lane, colour, onTrunk, colourFor }: Opening): void {
  const shared = nth === 0 ? -1 : lanes.findIndex((other) => other?.expects === parent)
  const via = nth === 0 ? lane : shared >= 0 ? shared : freeLane(lanes, 1)
  const merged = () => (onTrunk ? 0 : (lanes[via]?.colour ?? colourFor(parent, [colour, ...neighbours(lanes, via)])))
  const own = nth === 0 ? colour : merged()
  const before = lanes[via]
  lanes[via] = { expects: parent, colour: before?.colour ?? own, open: [...(before?.open ?? []), { newer: index, newerLane: lane, colour: own }] }
}
