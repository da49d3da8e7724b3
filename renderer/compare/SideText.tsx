import { useMemo } from 'react'
import { Markdown } from '../chat/Markdown.tsx'
import { DiffText } from '../chat/WordDiff.tsx'
import { wordDiff } from '../chat/wordDiff.ts'
import type { DiffPart } from '../chat/wordDiff.ts'
import { markWords, ownRanges } from './markWords.ts'

type Props = {
  readonly text: string
  /** What it is held against; null: nothing. */
  readonly other: string | null
  /** `before` marks what the other leaves out, `after` what it adds. */
  readonly side: 'before' | 'after'
  /** Written by a model: shown as it reads, not as it is written. */
  readonly isFormatted?: boolean
}

/** Texts longer than this are shown whole: marking every word would say nothing. */
const mostMarked = 40_000

/** One of two texts, with the words that only it has marked. */
export function SideText({ text, other, side, isFormatted = false }: Props) {
  const own = side === 'before' ? 'removed' : 'added'
  const parts = useMemo(() => ownParts(text, other, side), [text, other, side])
  const mark = useMemo(() => (parts === null ? undefined : markWords(ownRanges(parts, own), own === 'removed' ? 'del' : 'ins')), [parts, own])
  if (!isFormatted || (parts !== null && hasCode(text))) return <DiffText parts={parts ?? [{ kind: 'same', text }]} /> // code draws itself, so its words are marked as written
  return mark === undefined ? <Markdown text={text} /> : <Markdown text={text} mark={mark} />
}

/** null: nothing to mark, or nearly everything differs and marks would only be in the way. */
function ownParts(text: string, other: string | null, side: Props['side']): readonly DiffPart[] | null {
  if (other === null || text.length + other.length > mostMarked) return null
  const diff = side === 'before' ? wordDiff(text, other) : wordDiff(other, text)
  const own = side === 'before' ? 'removed' : 'added'
  const shown = diff.filter(({ kind }) => kind === 'same' || kind === own)
  const same = shown.reduce((sum, part) => (part.kind === 'same' ? sum + part.text.length : sum), 0)
  return same * 4 < Math.min(text.length, other.length) ? null : shown // the same for both sides
}

const hasCode = (text: string): boolean => /^\s*(```|~~~)/m.test(text)
