/** The palette has eight lane colours; the first is the current branch's own. */
const others = 7

/** A colour from 1 to 7 for a branch, from its name alone, so it doesn't change when other branches come and go; skips those of its neighbours. */
export function laneColour(name: string, taken: readonly number[]): number {
  const first = hash(name) % others
  const free = Array.from({ length: others }, (_, step) => ((first + step) % others) + 1).find((colour) => !taken.includes(colour))
  return free ?? first + 1
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  return sum >>> 0
}
