import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { insideBlanks, wordDiff } from './wordDiff.ts'
import type { DiffPart } from './wordDiff.ts'

/** Two texts in one: taken out words struck, new ones underlined. */
export function WordDiff({ before, after }: { readonly before: string; readonly after: string }) {
  return <DiffText parts={useMemo(() => wordDiff(before, after), [before, after])} />
}

export const AddedWords = ({ children }: { readonly children: ReactNode }) => <ins className="rounded-[2px] bg-(--add-bg) px-px no-underline shadow-[inset_0_-1.5px_0_var(--success-solid)]">{children}</ins>
export const RemovedWords = ({ children }: { readonly children: ReactNode }) => <del className="rounded-[2px] bg-(--del-bg) px-px text-soft line-through decoration-danger-solid">{children}</del>

export function DiffText({ parts }: { readonly parts: readonly DiffPart[] }) {
  return (
    <div className="whitespace-pre-wrap wrap-break-word">
      {parts.map((part, at) => {
        if (part.kind === 'same') return <span key={at}>{part.text}</span>
        const Marked = part.kind === 'added' ? AddedWords : RemovedWords
        const [before, text, after] = insideBlanks(part.text)
        return <span key={at}>{before}<Marked>{text}</Marked>{after}</span>
      })}
    </div>
  )
}
