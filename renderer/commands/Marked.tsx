import { markedParts } from './paletteSearch.ts'
import type { Found } from './paletteSearch.ts'

/** A text in which what was found stands out. */
export function Marked({ text, marks }: { readonly text: string; readonly marks: Found['marks'] }) {
  return markedParts(text, marks).map(({ from, part, isMarked }) =>
    isMarked ? (
      <mark key={from} className="bg-transparent font-semibold text-accent-text">
        {part}
      </mark>
    ) : (
      <span key={from}>{part}</span>
    ),
  )
}
