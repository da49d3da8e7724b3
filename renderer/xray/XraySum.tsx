import type { XrayView } from '../../main/contract/history.ts'
import { copyText } from '../chat/copyText.ts'
import { Num } from '../components/Num.tsx'
import { Tooltip } from '../components/Tooltip.tsx'
import type { Current } from '../queries/useCurrent.ts'
import { useLiveReply } from '../state/live.ts'
import { showToast } from '../state/toasts.ts'
import { counted } from '../words/numbers.ts'
import { clockWithSeconds } from '../words/times.ts'

/** How large the context is; while it is being answered, when it was sent; and its hash. */
export function XraySum({ view, current: { tract, branch, at } }: { readonly view: XrayView; readonly current: Current }) {
  const live = useLiveReply(tract, branch)
  return (
    <div className="flex items-baseline gap-2 border-b border-subtle px-3.5 pt-2 pb-2.5 text-xs whitespace-nowrap text-muted" title={sources[view.tokenSource]}>
      <Num value={view.tokenCount} prefix={view.tokenSource === 'provider' ? '' : '~'} className="text-xl/none! tracking-[-.02em] text-ink" />
      <span className="truncate">tokens in {counted(view.messages.length, 'message')}</span>
      <span className="grow" />
      {live && at === null ? <span title={`hash ${view.hash.slice(0, 12)}`}>sent {clockWithSeconds(live.startedAt)}</span> : <Hash hash={view.hash} />}
    </div>
  )
}

const Hash = ({ hash }: { readonly hash: string }) => (
  <Tooltip label="The hash of this context: copy it">
    <button type="button" aria-label={`Copy the hash of this context, ${hash.slice(0, 8)}`} className="rounded-sm press hover:bg-hover" onClick={() => void copy(hash)}>
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
