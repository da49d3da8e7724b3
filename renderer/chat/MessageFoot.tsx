import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CallFacts } from '../../core/model/context.ts'
import { Num } from '../components/Num.tsx'
import { usd } from '../words/money.ts'
import { endingOf, tokensPerSecond } from './answerFacts.ts'

/** What an answer took, as the provider counted, how fast it came, and why it ended where that isn't simply the end. */
export function MessageFoot({ call, info }: { readonly call: CallFacts | null; /** The button that tells the rest. */ readonly info: ReactNode }) {
  const usage = call?.usage ?? null
  const speed = call && tokensPerSecond(call)
  const ending = endingOf(call?.stopReason ?? null)
  const cached = usage?.cachedInputTokens ?? 0
  return (
    <footer className="mt-2 flex flex-wrap items-center gap-x-2.5 text-xs text-muted">
      {usage && (
        <span title="Tokens in, as the provider counted them">
          in <Plain value={usage.inputTokens} />
          {cached > 0 && (
            <>
              {' '}
              (cached <Plain value={cached} />)
            </>
          )}
        </span>
      )}
      {usage && (
        <span title="Tokens out, as the provider counted them">
          out <Plain value={usage.outputTokens} />
        </span>
      )}
      {call && usage && (
        <span className="num-plain" title={call.costUsd === null ? 'No price was known for this model' : 'As the price was then'}>
          {call.costUsd === null ? '—' : usd(call.costUsd)}
        </span>
      )}
      {speed !== null && (
        <span>
          <Plain value={speed} /> tok/s
        </span>
      )}
      {ending !== null && <span className={call?.stopReason === 'toolCalls' ? '' : 'text-warning'}>{ending}</span>}
      {call?.truncated && (
        <span className="inline-flex items-center gap-1 text-warning" title="Its context is too small: the provider left out a part of what was sent">
          <TriangleAlert size={12} />
          read only a part
        </span>
      )}
      {info}
    </footer>
  )
}

const Plain = ({ value }: { readonly value: number }) => <Num value={value} className="text-num! font-normal!" />
