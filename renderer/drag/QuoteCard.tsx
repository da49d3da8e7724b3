import { Quote } from 'lucide-react'
import { useState } from 'react'
import { askNoMore } from '../state/quietDrops.ts'
import { counted } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { AskNoMore } from './AskNoMore.tsx'
import type { Intent, Spot } from './dragged.ts'
import { closeDrop } from './dragState.ts'
import { DropCard } from './DropCard.tsx'
import { apply } from './dropped.ts'

/** What quoting steps would put into the message that is being written. */
export function QuoteCard({ intent, at }: { readonly intent: Extract<Intent, { kind: 'quote' }>; readonly at: Spot }) {
  const words = useWords()
  const [isQuiet, setQuiet] = useState(false)
  const run = (): void => {
    if (isQuiet) askNoMore('quote')
    closeDrop()
    void apply(intent)
  }
  return (
    <DropCard at={at} title={`Quote ${counted(intent.messages.length, words.step, words.steps)}`} icon={Quote} verb="Quote" off={null} onApply={run} more={<AskNoMore checked={isQuiet} onChange={setQuiet} />}>
      <p className="text-soft">
        Puts <span className="font-mono text-xs text-ink">{intent.messages.map((id) => `@${id.slice(0, 4)}`).join(' ')}</span> into the message you are writing: their words go along when you send it. Nothing is sent yet.
      </p>
    </DropCard>
  )
}
