import { History } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { runCommand } from '../commands/registry.ts'
import { useCommand } from '../commands/useCommand.ts'
import { Strip } from '../components/Banner.tsx'
import { Button } from '../components/Button.tsx'
import type { Current } from '../queries/useCurrent.ts'
import { backWords, stepsBackOf } from '../words/looking.ts'
import { useWords } from '../words/words.ts'

/** Says which old step is looked at, and is the way back: its button, its key, or Escape in here. */
export function LookingStrip({ current: { at, branch, overview } }: { readonly current: Current }) {
  const words = useWords()
  const { off, keys, run, title } = useCommand('head.return')
  if (at === null) return null
  const back = stepsBackOf(overview, branch)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    void runCommand('head.return')
  }
  return (
    <div data-looking onKeyDown={onKeyDown}>
      <Strip tone="warning" icon={History} action={<Button size="sm" keys={keys} tip={title} off={off} onClick={run}>Return</Button>}>
        You are looking at <span className="num-plain">{at.slice(0, 4)}</span>{' '}
        {back === null ? `, a ${words.step} that no branch leads to` : <>of <b className="font-semibold">{branch}</b>, {backWords(back, words)}</>}
      </Strip>
    </div>
  )
}
