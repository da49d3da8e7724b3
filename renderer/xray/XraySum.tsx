import type { XrayView } from '../../main/contract/history.ts'
import { copyText } from '../chat/copyText.ts'
import { LinkButton } from '../components/LinkButton.tsx'
import { Num } from '../components/Num.tsx'
import { Tooltip } from '../components/Tooltip.tsx'
import type { Current } from '../queries/useCurrent.ts'
import { useLiveReply } from '../state/live.ts'
import { showToast } from '../state/toasts.ts'
import { showAllLines, useXray } from '../state/xray.ts'
import { counted } from '../words/numbers.ts'
import { clockWithSeconds } from '../words/times.ts'
import { filters, sorts } from './xrayLook.ts'

type Props = { readonly view: XrayView; readonly current: Current; /** While it is read anew. */ readonly isOld: boolean; readonly isHead: boolean; readonly lines: number }

/** How large the context is; while it is being answered, when it was sent; and its hash. */
export function XraySum({ view, current: { tract, branch }, isOld, isHead, lines }: Props) {
  const live = useLiveReply(tract, branch)
  return (
    <div className="border-b border-subtle px-3.5 pt-2 pb-2.5 text-xs whitespace-nowrap text-muted">
      <div className="flex items-baseline gap-2" title={sources[view.tokenSource]}>
        <Num value={view.tokenCount} prefix={view.tokenSource === 'provider' ? '' : '~'} className="text-xl/none! tracking-[-.02em] text-ink" />
        <span className="truncate">tokens in {counted(view.messages.length, 'message')}</span>
        <span className="grow" />
        {isOld ? <span role="status">updating</span> : live && isHead ? <span title={`hash ${view.hash.slice(0, 12)}`}>sent {clockWithSeconds(live.startedAt)}</span> : <Hash hash={view.hash} />}
      </div>
      <Arrangement lines={lines} of={view.messages.length} />
    </div>
  )
}

/** That not all lines are shown, or not in their order. */
function Arrangement({ lines, of }: { readonly lines: number; readonly of: number }) {
  const { sort, filter, look } = useXray()
  if (look !== 'messages' || (sort === 'order' && filter === 'all')) return null
  const words = [filter === 'all' ? '' : `${filters.find(({ value }) => value === filter)?.label ?? ''}, ${lines} of ${of}`, sort === 'order' ? '' : (sorts.find(({ value }) => value === sort)?.label ?? '')]
  return (
    <p className="mt-2 flex items-center gap-2 text-soft">
      <span className="truncate">{words.filter((word) => word !== '').join(' · ')}</span>
      <LinkButton className="ml-auto" onClick={showAllLines}>
        show all in order
      </LinkButton>
    </p>
  )
}

const Hash = ({ hash }: { readonly hash: string }) => (
  <Tooltip label="The hash of this context: copy it">
    <button type="button" aria-label={`hash ${hash.slice(0, 4)} of this context, copy it`} className="rounded-sm press hover:bg-hover" onClick={() => void copy(hash)}>
      hash <span className="num-plain">{hash.slice(0, 4)}</span>
    </button>
  </Tooltip>
)

async function copy(hash: string): Promise<void> {
  if (await copyText(hash)) showToast({ tone: 'done', text: 'Copied the hash of the context' })
}

const sources: { readonly [Source in XrayView['tokenSource']]: string } = {
  estimate: 'Counted by this app; the provider counts in its own way',
  provider: 'As the provider counted',
  mixed: 'As the provider counted, and by this app since',
}
