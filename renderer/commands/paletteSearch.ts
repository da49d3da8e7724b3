/** Where in a title a search was found, as [from, to) pairs; null when it wasn't. Every word must stand somewhere, best at the start of one. */
export type Found = { readonly score: number; readonly marks: readonly (readonly [from: number, to: number])[] }

/** Looks for all words of `search` in `title`, and in `more` (shown beside it, not marked). An empty search finds everything. */
export function findWords(search: string, title: string, more = ''): Found | null {
  const marks: (readonly [number, number])[] = []
  let score = 0
  for (const word of search.toLowerCase().split(/\s+/).filter(Boolean)) {
    const at = indexOfWord(title.toLowerCase(), word)
    if (at >= 0) {
      marks.push([at, at + word.length])
      score += at === 0 ? 4 : startsWord(title, at) ? 3 : 1
    } else if (more.toLowerCase().includes(word)) score += 0.5
    else return null
  }
  return { score, marks: marks.toSorted(([a], [b]) => a - b) }
}

/** Cuts a title into what was found and what lies between. Where two words of the search found the same letters, the first counts. */
export function markedParts(text: string, marks: Found['marks']): { readonly from: number; readonly part: string; readonly isMarked: boolean }[] {
  const parts: { from: number; part: string; isMarked: boolean }[] = []
  let at = 0
  const cut = (to: number, isMarked: boolean): void => {
    if (to > at) parts.push({ from: at, part: text.slice(at, to), isMarked })
    at = Math.max(at, to)
  }
  for (const [from, to] of marks) {
    if (from < at) continue
    cut(from, false)
    cut(to, true)
  }
  cut(text.length, false)
  return parts
}

/** The first place where the word begins a word, else the first place at all; −1 when there is none. */
function indexOfWord(title: string, word: string): number {
  for (let at = title.indexOf(word); at >= 0; at = title.indexOf(word, at + 1)) if (startsWord(title, at)) return at
  return title.indexOf(word)
}

const startsWord = (title: string, at: number): boolean => at === 0 || !/[\p{L}\d]/u.test(title[at - 1] ?? '')
