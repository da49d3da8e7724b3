import { Link2 } from 'lucide-react'
import { useState } from 'react'
import type { GcKept } from '../../core/model/cleanUp.ts'
import { useWords } from '../words/words.ts'
import { groupWords, keptWords } from './cleanUpWords.ts'
import { GroupRow } from './GroupRows.tsx'

/** What no branch leads to and stays all the same, each with what still leads there. */
export function KeptRows({ kept }: { readonly kept: readonly GcKept[] }) {
  const words = useWords()
  const [now] = useState(() => Date.now())
  const sum = kept.reduce((all, { commits, bytes }) => ({ commits: all.commits + commits, bytes: all.bytes + bytes }), { commits: 0, bytes: 0 })
  return (
    <GroupRow icon={Link2} title="Stays" help="something still leads there" group={sum}>
      <ul aria-label="Stays" className="grid gap-1.5 pr-3.5 pb-2.5 pl-12 text-sm">
        {kept.map((one, at) => (
          <li key={at} className="flex min-w-0 items-baseline gap-2">
            <span className="min-w-0 grow text-soft">
              <b className="font-medium text-ink">{one.tractName}</b>: {keptWords(one.because, words, now)}
            </span>
            <span className="shrink-0 text-xs text-muted">{groupWords(one, words)}</span>
          </li>
        ))}
      </ul>
    </GroupRow>
  )
}
