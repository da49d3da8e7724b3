import { useDeferredValue, useMemo } from 'react'
import { wordDiff } from '../chat/wordDiff.ts'
import { counted } from '../words/numbers.ts'

type Side = { readonly name: string; readonly text: string }

/** How long the result is, and how far from either side. */
export function ResultCount({ text, ours, theirs }: { readonly text: string; readonly ours: Side; readonly theirs: Side }) {
  const shown = useDeferredValue(text)
  const words = useMemo(() => [wordsIn(shown), wordsApart(ours.text, shown), wordsApart(theirs.text, shown)] as const, [shown, ours.text, theirs.text])
  return (
    <p className="text-xs text-muted">
      {counted(words[0], 'word')}, differs from {ours.name} by {words[1]}, from {theirs.name} by {words[2]}
    </p>
  )
}

const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}_]+/gu)?.length ?? 0
const wordsApart = (before: string, after: string): number => wordDiff(before, after).reduce((sum, { kind, text }) => (kind === 'added' ? sum + wordsIn(text) : sum), 0)
