import { copyText } from '../chat/copyText.ts'
import { Tooltip } from '../components/Tooltip.tsx'
import { showToast } from '../state/toasts.ts'

/** The beginning of a step's hash and its branch; a click copies the whole hash. */
export const HashButton = ({ hash, branch }: { readonly hash: string; readonly branch: string }) => (
  <Tooltip label="Copy the step’s hash">
    <button type="button" aria-label={`Copy the step’s hash, ${hash.slice(0, 4)} on ${branch}`} className="-mr-1 min-w-0 truncate rounded-sm px-1 py-1 press num-plain hover:bg-hover" onClick={() => void copy(hash)}>
      {hash.slice(0, 4)} on {branch}
    </button>
  </Tooltip>
)

async function copy(hash: string): Promise<void> {
  showToast((await copyText(hash)) ? { tone: 'done', text: 'Copied the step’s hash' } : { tone: 'fault', text: 'The browser didn’t let it be copied.' })
}
