import { ScanEye } from 'lucide-react'
import { Tooltip } from '../components/Tooltip.tsx'
import { useCommand } from '../commands/useCommand.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import { togglePane } from '../state/layout.ts'
import { short } from '../words/numbers.ts'

/** The closed X-ray: still says how many tokens the model sees. */
export function XrayHandle() {
  const { keys } = useCommand('view.xray')
  const tokens = useCurrent()?.overview.status.tokenCount
  return (
    <Tooltip label="Show what the model sees" keys={keys} side="left">
      <button type="button" onClick={() => togglePane('xray')} className="flex items-center justify-center gap-[7px] bg-sunken text-xs text-soft press [writing-mode:vertical-rl] hover:text-ink">
        <ScanEye size={14} />
        <span>X-ray</span>
        {tokens !== undefined && <span className="num">{short(tokens)}</span>}
      </button>
    </Tooltip>
  )
}
