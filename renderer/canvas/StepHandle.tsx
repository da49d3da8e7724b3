import { PanelRight } from 'lucide-react'
import { Tooltip } from '../components/Tooltip.tsx'
import { useCommand } from '../commands/useCommand.ts'
import { useWords } from '../words/words.ts'

/** The closed details of a step. */
export function StepHandle() {
  const { keys, run, title } = useCommand('view.step')
  const words = useWords()
  return (
    <Tooltip label={title} keys={keys} side="left">
      <button type="button" onClick={run} className="flex items-center justify-center gap-[7px] bg-app text-xs text-soft press [writing-mode:vertical-rl] hover:text-ink">
        <PanelRight size={14} />
        <span>{words.Step}</span>
      </button>
    </Tooltip>
  )
}
