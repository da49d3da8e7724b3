import { roughTokens } from '../chat/answerFacts.ts'
import { useThrottled } from '../chat/useThrottled.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import { useLiveReply } from '../state/live.ts'
import { short } from '../words/numbers.ts'
import type { TractId } from '../../core/model/ids.ts'

/** How much of the answer there is. On its own, so that words streaming in redraw nothing but this number. */
export function LiveTokens() {
  const current = useCurrent()
  const live = useLiveReply(current?.tract ?? ('' as TractId), current?.branch ?? '')
  const tokens = useThrottled(live === null ? 0 : roughTokens(live.text), 250)
  return <span className="num min-w-7.5 text-right text-num">{tokens === 0 ? '' : `~${short(tokens)}`}</span>
}
