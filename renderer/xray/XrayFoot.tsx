import { useQuery } from '@tanstack/react-query'
import type { CachePrefix, SinceLastCall } from '../../main/contract/xray.ts'
import { cx } from '../components/cx.ts'
import { Num } from '../components/Num.tsx'
import { Tooltip } from '../components/Tooltip.tsx'
import { stepWord } from '../graph/StepIcon.tsx'
import { sinceLastCallQuery } from '../queries/xray.ts'
import type { ContextPlace } from '../queries/xray.ts'
import { useOnce } from '../state/once.ts'
import { focusMessage } from '../state/selection.ts'
import { setAgainst, useXray } from '../state/xray.ts'
import { counted, short } from '../words/numbers.ts'
import { clockWithSeconds } from '../words/times.ts'
import { cacheTip, countWords } from './sinceWords.ts'

/** What came since the last request, and how much of the context its provider has read already. */
export function XrayFoot({ place, isAnswered }: { readonly place: ContextPlace; /** It is what is being answered just now. */ readonly isAnswered: boolean }) {
  const task = useXray((xray) => xray.task)
  const { data: since } = useQuery(sinceLastCallQuery(place, task, useOnce(place.tract, place.branch)))
  if (since === undefined) return null
  return (
    <footer aria-label="Against the last request" className="grid shrink-0 gap-[7px] border-t border-line px-3.5 pt-[9px] pb-2.5 text-xs whitespace-nowrap text-soft">
      {since === null ? (
        <span className="whitespace-normal text-muted">{isAnswered ? 'This is the first request from here: all of it is new to the provider.' : 'Nothing was sent from here yet: all of it would be new.'}</span>
      ) : (
        <>
          <Against since={since} />
          <Cache cache={since.cache} />
        </>
      )}
    </footer>
  )
}

function Against({ since }: { readonly since: SinceLastCall }) {
  const { call, tokenDelta } = since
  return (
    <Tooltip label={`Sent ${clockWithSeconds(call.at)} to ${call.model} at ${call.client}. Show what changed since`} side="top">
      <button type="button" className="-mx-1 flex items-center gap-2 rounded-sm px-1 text-left press hover:bg-hover" onClick={() => setAgainst({ kind: 'lastCall' })}>
        <span className="min-w-0 grow truncate">Against previous call</span>
        <span className="num text-num!">
          {countWords(since).map(({ text, tone }) => (
            <span key={text} className={cx('ml-1.5', tone === 'added' ? 'text-success' : tone === 'removed' ? 'text-danger' : tone === 'changed' ? 'text-edited' : 'text-muted')}>
              {text}
            </span>
          ))}
        </span>
        {tokenDelta !== 0 && <Num value={Math.abs(tokenDelta)} prefix={`Δ ${tokenDelta > 0 ? '+' : '−'}`} className="text-num!" />}
      </button>
    </Tooltip>
  )
}

function Cache({ cache }: { readonly cache: CachePrefix }) {
  const stable = cache.kind === 'known' ? cache.tokens : 0
  return (
    <>
      <Tooltip label={cacheTip(cache)} side="top">
        <div tabIndex={0} role="meter" aria-label="Unchanged since the last request" aria-valuenow={stable} aria-valuemin={0} aria-valuemax={cache.of} className="flex items-center gap-2 rounded-sm">
          <span>Cache</span>
          <span className="h-1.5 min-w-10 grow overflow-hidden rounded-[3px] bg-active">
            <i className="block h-full rounded-l-[3px] bg-success-solid" style={{ width: `${cache.of === 0 ? 0 : (stable / cache.of) * 100}%` }} />
          </span>
          <span className="num text-num!">{short(stable)}</span>
          of
          <span className="num text-num!">{short(cache.of)}</span>
        </div>
      </Tooltip>
      {cache.kind === 'new' && <span className="truncate text-muted">{cache.model} at {cache.client} has read none of it</span>}
      {cache.kind === 'known' && !cache.isOnlyMore && <FirstChange cache={cache} />}
    </>
  )
}

/** Everything from the first changed message on is read anew. */
function FirstChange({ cache: { first, tokens, of } }: { readonly cache: Extract<CachePrefix, { kind: 'known' }> }) {
  if (first === null) return <span className="truncate text-muted">its last lines are gone, nothing is new</span>
  return (
    <button type="button" className="-mx-1 truncate rounded-sm px-1 text-left text-muted press hover:bg-hover" onClick={() => focusMessage(first.messageId, 'command')}>
      first change at {stepWord(first.role, first.contentType)}
      {first.edited && ' ✎'} → <span className="num text-num!">~{counted(Math.max(0, of - tokens), 'token')}</span> sent anew
    </button>
  )
}
