import { useWords } from '../words/words.ts'

/** Where the view of an old step ends. What the branch has beyond it follows, greyed. */
export function LaterRule({ count }: { readonly count: number }) {
  const words = useWords()
  return (
    <div className="flex h-4 items-center gap-2.5 text-xs whitespace-nowrap text-muted before:h-px before:grow before:bg-line before:content-[''] after:h-px after:grow after:bg-line after:content-['']">
      <span>{count === 0 ? 'what was changed later is not in this view' : `later ${words.steps}, not in this view`}</span>
    </div>
  )
}
