import { useMemo } from 'react'
import { DiffText } from '../chat/WordDiff.tsx'
import { wordDiff } from '../chat/wordDiff.ts'

type Props = { readonly text: string; /** What it is held against; null: nothing. */ readonly other: string | null; /** `before` marks what the other leaves out, `after` what it adds. */ readonly side: 'before' | 'after' }

/** Texts longer than this are shown whole: marking every word would say nothing. */
const mostMarked = 40_000

/** One of two texts, with the words that only it has marked. */
export function SideText({ text, other, side }: Props) {
  const parts = useMemo(() => {
    if (other === null || text.length + other.length > mostMarked) return null
    const diff = side === 'before' ? wordDiff(text, other) : wordDiff(other, text)
    const own = side === 'before' ? 'removed' : 'added'
    const shown = diff.filter(({ kind }) => kind === 'same' || kind === own)
    const same = shown.reduce((sum, part) => (part.kind === 'same' ? sum + part.text.length : sum), 0)
    return same * 4 < text.length ? null : shown // nearly everything differs: marks would only be in the way
  }, [text, other, side])
  return <DiffText parts={parts ?? [{ kind: 'same', text }]} />
}
