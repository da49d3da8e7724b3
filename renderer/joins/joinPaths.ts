export const laneStroke = (lane: number): string => `lane-${lane} stroke-lane`

/** A line that leaves `from` for the height below and, where `to` is given, comes back there. */
export function bow(from: number, high: number, low: number, end: number, to: number | null): string {
  const turn = 14
  const down = `M${from} ${high}h6q${turn} 0 ${turn} ${turn}v${low - high - 2 * turn}q0 ${turn} ${turn} ${turn}`
  if (to === null) return `${down}H${end}`
  return `${down}H${to - 2 * turn - 6}q${turn} 0 ${turn} ${-turn}v${-(low - high - 2 * turn)}q0 ${-turn} ${turn} ${-turn}h6`
}
