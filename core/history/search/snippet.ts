import { withoutSeams } from '../../model/searchWords.ts'
import { markEnd, markStart, markTexts, type Text } from '../../store/searchScratch.ts'

export type Snippet = { readonly snippet: string; readonly marks: readonly (readonly [start: number, end: number])[] }

const snippetLength = 120
/** Characters shown in front of the first match. */
const lead = 40
/** How much of a long text is looked through first, and then at a time. */
const headLength = 8000
const pieceLength = 64_000
const overlap = 1000

/** For each text about 120 characters around its first match, on one line, whole code points only; its beginning where no match is found or nothing is looked for. */
export function snippetsOf(texts: readonly Text[], any: string | null): ReadonlyMap<number, Snippet> {
  const heads = texts.map(([key, words]): readonly [number, Piece] => [key, pieceAt(words, 0, headLength)])
  if (any === null) return new Map(heads.map(([key, head]) => [key, cut(head.text, head)]))
  const marked = markTexts(heads.map(([key, { text }]): Text => [key, text]), any)
  return new Map(heads.map(([key, head], i) => {
    const found = marked.get(key)
    return [key, found === undefined ? snippetBehind(texts[i]?.[1] ?? '', head, any) : cut(found, head)]
  }))
}

/** A piece of a text, and whether there is more of it on either side. */
type Piece = { readonly text: string; readonly from: number; readonly to: number; readonly isEnd: boolean }

/** Pieces overlap, so that what is looked for is whole in one of them. */
function snippetBehind(words: string, head: Piece, any: string): Snippet {
  for (let piece = head; !piece.isEnd; ) {
    piece = pieceAt(words, blankAfter(words, piece.to - overlap), pieceLength)
    const marked = markTexts([[0, piece.text]], any).get(0)
    if (marked !== undefined) return cut(marked, piece)
  }
  return cut(head.text, head)
}

function pieceAt(words: string, from: number, length: number): Piece {
  const to = from + length >= words.length ? words.length : blankAfter(words, from + length)
  return { text: words.slice(from, to), from, to, isEnd: to === words.length }
}

function blankAfter(words: string, at: number): number {
  const blank = words.slice(at, at + 200).search(/\s/)
  return wholeAt(words, blank === -1 ? at : at + blank)
}

/** The same place, or the one before it where it is in the middle of a code point. */
function wholeAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at
}

function cut(marked: string, piece: Piece): Snippet {
  const first = Math.max(0, marked.indexOf(markStart))
  const from = wholeAt(marked, Math.max(0, first - 4 * lead))
  const to = wholeAt(marked, Math.min(marked.length, first + 12 * snippetLength))
  const { text, marks } = readMarks(withoutSeams(marked.slice(from, to)).replace(/\s+/g, ' ').trim())
  const start = wholeAt(text, Math.max(0, Math.min((marks[0]?.[0] ?? 0) - lead, text.length - snippetLength)))
  const end = wholeAt(text, Math.min(text.length, start + snippetLength))
  const before = start > 0 || from > 0 || piece.from > 0 ? '…' : ''
  const after = end < text.length || to < marked.length || !piece.isEnd ? '…' : ''
  const shift = before.length - start
  const shown = marks.filter(([at]) => at < end).map(([at, until]): [number, number] => [at + shift, Math.min(until, end) + shift])
  return { snippet: before + text.slice(start, end) + after, marks: shown }
}

/** Takes the marks out of a text and says where they were; one that is cut off reaches to the end. */
function readMarks(marked: string): { readonly text: string; readonly marks: readonly (readonly [number, number])[] } {
  const marks: [start: number, end: number][] = []
  let text = ''
  let open: number | null = null
  for (const part of marked.split(/([\x01\x02])/)) {
    if (part === markStart) open = text.length
    else if (part === markEnd) {
      if (open !== null) marks.push([open, text.length])
      open = null
    } else text += part
  }
  return { text, marks: open === null ? marks : [...marks, [open, text.length]] }
}
