import type { RawAnswer } from '../../core/model/usage.ts'
import { endingOf } from '../chat/answerFacts.ts'
import { usd } from '../words/money.ts'
import { spaced } from '../words/numbers.ts'

/** What came back, as plain text: a model's words are data. */
export function RawAnswerView({ answer: { client, model, text, reasoning, toolCalls, usage, stopReason, costUsd, durationMs } }: { readonly answer: RawAnswer }) {
  const facts = [
    `${client}, ${model}`,
    usage === null ? null : `in ${spaced(usage.inputTokens)} · out ${spaced(usage.outputTokens)}`,
    costUsd === null ? null : usd(costUsd),
    `${(durationMs / 1000).toFixed(1)} s`,
    endingOf(stopReason),
  ]
  return (
    <section aria-label="What came back" role="status" className="grid min-h-0 gap-1.5">
      <h3 className="text-xs font-semibold text-muted">What came back</h3>
      <div className="max-h-60 overflow-y-auto rounded-md bg-sunken px-3 py-2 text-sm wrap-anywhere whitespace-pre-wrap inset-ring inset-ring-line select-text">
        {reasoning !== null && <p className="mb-2 text-muted">{reasoning}</p>}
        {text === '' && toolCalls.length === 0 ? <span className="text-muted">No words.</span> : text}
        {toolCalls.map((call) => (
          <code key={call.id} className="mt-1 block font-mono text-mono">{`${call.name}(${JSON.stringify(call.arguments)})`}</code>
        ))}
      </div>
      <p className="num-plain text-xs text-muted">{facts.filter((fact) => fact !== null).join(' · ')}</p>
    </section>
  )
}
