import { ArrowDown } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../components/Button.tsx'
import { spaced } from '../words/numbers.ts'
import { roughTokens } from './answerFacts.ts'
import type { ChatItem } from './chatItems.ts'

/** The way back to the end of the list; while an answer is written there, how much of it came since one left. */
export function JumpPill({ last, onJump }: { readonly last: ChatItem | undefined; readonly onJump: () => void }) {
  const written = last?.kind === 'live' ? roughTokens(last.live.text) : 0
  const [start] = useState(written)
  const count = written - start
  return (
    <Button size="sm" icon={ArrowDown} className="absolute bottom-3 left-1/2 -translate-x-1/2 rounded-full! animate-appear" tip={count > 0 ? 'Go to the answer that is being written' : 'Go to the end'} onClick={onJump}>
      {count > 0 ? `${spaced(count)} new tokens` : 'latest'}
    </Button>
  )
}
