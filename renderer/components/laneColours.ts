/**
 * The lane colour, 0…7, of every branch: 0 for the current one; the others by a hash of the name, so that a colour stays when branches come and
 * go, stepped on where a neighbour in the list has it.
 */
export function laneColours(branches: readonly string[], current: string): ReadonlyMap<string, number> {
  const colours = new Map<string, number>([[current, 0]])
  let before = 0
  for (const name of branches) {
    if (name === current) continue
    const own = 1 + (hash(name) % 7)
    before = own === before ? 1 + (own % 7) : own
    colours.set(name, before)
  }
  return colours
}

/** FNV-1a, 32 bit. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0
  return value
}
