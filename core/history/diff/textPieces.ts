/** Words, runs of blanks, and every other character alone; in scripts that put no blanks between words each character is a piece. Joined they are the text. */
export function wordsOf(text: string): readonly string[] {
  const pieces: string[] = []
  let from = 0
  let open = single
  for (let at = 0; at < text.length; at++) {
    const kind = kindAt(text, at)
    if (at > from && (kind !== open || kind === single)) {
      pieces.push(text.slice(from, at))
      from = at
    }
    open = kind
    if (isPair(text, at)) at += 1
  }
  if (from < text.length) pieces.push(text.slice(from))
  return pieces
}

export const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+/g) ?? []

export const isBlankCode = (code: number): boolean => kindOfCode(code) === blank

const blank = 1
const word = 2
const single = 3

const kindAt = (text: string, at: number): number => (isPair(text, at) ? kindOf(text.slice(at, at + 2)) : kindOfCode(text.charCodeAt(at)))
const isPair = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00

/** By UTF-16 unit; 0 where it wasn't asked yet. */
const kinds = new Uint8Array(0x10000)

function kindOfCode(code: number): number {
  const known = kinds[code] ?? 0
  return known === 0 ? (kinds[code] = kindOf(String.fromCharCode(code))) : known
}

function kindOf(character: string): number {
  if (/\s/.test(character)) return blank
  return /[\p{L}\p{M}\p{N}_]/u.test(character) && !/[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u.test(character) ? word : single
}
