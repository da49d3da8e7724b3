import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { LLMConfig } from '../../core/model/config.ts'
import type { CallFacts, TranscriptMessage } from '../../core/model/context.ts'
import { usd } from '../words/money.ts'
import { spaced } from '../words/numbers.ts'
import { endingOf, spanWords, tokensPerSecond } from './answerFacts.ts'
import { levelWords, settingFields, settingNames, valueWords } from './configWords.ts'
import { FactList } from './FactList.tsx'
import type { Fact } from './FactList.tsx'
import type { Place } from './place.ts'
import { ReceiptFacts } from './ReceiptFacts.tsx'

/** All that is known of how an answer was made: who wrote it, each setting with who set it, what it took, and what was sent. */
export function AnswerPanel({ message, place }: { readonly message: TranscriptMessage; readonly place: Place }) {
  const { call, generationConfig } = message
  return (
    <div className="grid gap-3">
      <h2 className="text-sm font-semibold">How this answer was made</h2>
      {call?.truncated && (
        <p className="flex gap-2 rounded-md bg-warning-soft px-2.5 py-2 text-xs inset-ring inset-ring-warning-line">
          <TriangleAlert size={14} className="mt-px text-warning" />
          The provider read only a part of what was sent, because its context is too small: the answer may miss the beginning.
        </p>
      )}
      <FactList facts={[{ name: 'Model', value: generationConfig?.model ?? 'not known', note: modelNote(message) }, { name: 'Provider', value: call?.client ?? 'not known' }, ...settingsOf(message)]} />
      {call && <Heading>What it took</Heading>}
      {call && <FactList facts={costFacts(call)} />}
      {call && <Heading>What was sent</Heading>}
      {call && <ReceiptFacts message={message} place={place} />}
    </div>
  )
}

const Heading = ({ children }: { readonly children: ReactNode }) => <h3 className="-mb-1.5 border-t border-subtle pt-2.5 text-xs font-semibold text-muted">{children}</h3>

const modelNote = ({ configLevels }: TranscriptMessage): string | null => (configLevels.model === undefined ? null : `from ${levelWords[configLevels.model]}`)

function settingsOf({ generationConfig, configLevels, call }: TranscriptMessage): readonly Fact[] {
  const config: LLMConfig = generationConfig ?? {}
  return [...settingFields, 'extra' as const].flatMap((field): Fact[] => {
    const [value, level] = [config[field], configLevels[field]]
    if (value === undefined) return []
    const isSent = call?.notSent.includes(field) !== true
    return [{ name: settingNames[field], value: valueWords(value), note: isSent ? level && `from ${levelWords[level]}` : 'not sent: the provider has no such setting', isOff: !isSent }]
  })
}

function costFacts(call: CallFacts): readonly Fact[] {
  const { usage, costUsd, firstTokenMs, durationMs, stopReason } = call
  const speed = tokensPerSecond(call)
  const cached = usage?.cachedInputTokens ?? 0
  return [
    { name: 'Tokens in', value: usage ? spaced(usage.inputTokens) : '—', note: usage ? (cached > 0 ? `${spaced(cached)} from the provider’s cache` : null) : 'the provider told none' },
    { name: 'Tokens out', value: usage ? spaced(usage.outputTokens) : '—' },
    { name: 'Cost', value: costUsd === null ? '—' : usd(costUsd), note: costUsd === null ? 'no price was known for this model' : 'as the price was then' },
    { name: 'First word', value: firstTokenMs === null ? '—' : spanWords(firstTokenMs) },
    { name: 'Whole answer', value: spanWords(durationMs), note: speed === null ? null : `${spaced(speed)} tok/s` },
    { name: 'Ended', value: endingOf(stopReason) ?? (stopReason === null ? 'before its end' : 'by itself') },
  ]
}
