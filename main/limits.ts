/** The largest message that is looked at: a paste of 20 million characters, and its envelope. */
export const maxMessageBytes = 24_000_000
const maxDepth = 64
const maxValues = 1_000_000

const quote = 0x22
const backslash = 0x5c
const comma = 0x2c
const openers = new Set([0x5b, 0x7b])
const closers = new Set([0x5d, 0x7d])

/** Whether a JSON text is small, flat and short enough to be parsed at all. Looks at the text alone, so nothing in it can exhaust the stack or the memory. */
export function isWithinLimits(text: string): boolean {
  if (text.length > maxMessageBytes || Buffer.byteLength(text) > maxMessageBytes) return false
  let depth = 0
  let values = 1
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === quote) i = endOfString(text, i)
    else if (code === comma) values++
    else if (openers.has(code)) depth++
    else if (closers.has(code)) depth--
    if (depth > maxDepth || values > maxValues) return false
  }
  return true
}

/** The position of the closing quote; the end of the text where there is none, which the parser will refuse. */
function endOfString(text: string, start: number): number {
  let at = start
  do at = text.indexOf('"', at + 1)
  while (at !== -1 && isEscaped(text, at))
  return at === -1 ? text.length : at
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0
  while (text.charCodeAt(at - 1 - slashes) === backslash) slashes++
  return slashes % 2 === 1
}
