import type { CallFacts } from '../../core/model/context.ts'
import { Num } from '../components/Num.tsx'
import { endingOf, tokensPerSecond } from './answerFacts.ts'

/** What the provider counted for an answer, how fast it came, and why it ended where that isn't simply the end. */
export function MessageFoot({ call }: { readonly call: CallFacts }) {
  const speed = tokensPerSecond(call)
  const ending = endingOf(call.stopReason)
  if (call.usage === null && ending === null) return null
  const cached = call.usage?.cachedInputTokens ?? 0
  return (
    <footer className="mt-2 flex flex-wrap items-center gap-x-2.5 text-xs text-muted">
      {call.usage && (
        <span title="Tokens in, as the provider counted them">
          in <Plain value={call.usage.inputTokens} />
          {cached > 0 && (
            <>
              {' '}
              (cached <Plain value={cached} />)
            </>
          )}
        </span>
      )}
      {call.usage && (
        <span title="Tokens out, as the provider counted them">
          out <Plain value={call.usage.outputTokens} />
        </span>
      )}
      {speed !== null && (
        <span>
          <Plain value={speed} /> tok/s
        </span>
      )}
      {ending !== null && <span className={call.stopReason === 'toolCalls' ? '' : 'text-warning'}>{ending}</span>}
    </footer>
  )
}

const Plain = ({ value }: { readonly value: number }) => <Num value={value} className="text-[11px]! font-normal!" />
