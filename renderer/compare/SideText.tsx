import { useMemo } from 'react'
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
  if (parts === null) return <div className="whitespace-pre-wrap wrap-break-word">{text}</div>
  return (
    <div className="whitespace-pre-wrap wrap-break-word">
      {parts.map((part, at) => {
        if (part.kind === 'same') return <span key={at}>{part.text}</span>
        return side === 'after' ? (
          <ins key={at} className="rounded-[2px] bg-(--add-bg) px-px no-underline shadow-[inset_0_-1.5px_0_var(--success-solid)]">{part.text}</ins>
        ) : (
          <del key={at} className="rounded-[2px] bg-(--del-bg) px-px text-soft line-through decoration-danger-solid">{part.text}</del>
        )
      })}
    </div>
  )
}
