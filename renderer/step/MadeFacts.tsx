import type { TranscriptMessage } from '../../core/model/context.ts'
import { isModelAnswer, whenWords } from '../chat/answerFacts.ts'
import { AnswerPanel } from '../chat/AnswerPanel.tsx'
import { levelWords, valueWords } from '../chat/configWords.ts'
import type { Place } from '../chat/place.ts'
import { LinkButton } from '../components/LinkButton.tsx'
import { Num } from '../components/Num.tsx'
import { Popover } from '../components/Popover.tsx'
import { authorName } from '../words/authors.ts'
import { usd } from '../words/money.ts'
import { KeyValues } from './KeyValues.tsx'
import type { KeyValue } from './KeyValues.tsx'

/** Who made a step; of an answer also with which settings and at what price. */
export function MadeFacts({ message, place }: { readonly message: TranscriptMessage; readonly place: Place }) {
  const isAnswer = isModelAnswer(message)
  return (
    <>
      <KeyValues rows={isAnswer ? answerRows(message) : authorRows(message)} />
      {isAnswer && (
        <Popover label="How this answer was made" side="left" className="max-h-(--radix-popover-content-available-height) w-104 overflow-y-auto p-3.5" trigger={<LinkButton className="justify-self-start">all settings and the receipt</LinkButton>}>
          <AnswerPanel message={message} place={place} />
        </Popover>
      )}
    </>
  )
}

const authorRows = ({ author, createdAt }: TranscriptMessage): readonly KeyValue[] => [
  ['Made by', authorName(author)],
  ['When', whenWords(createdAt)],
]

function answerRows({ generationConfig, configLevels, call }: TranscriptMessage): readonly KeyValue[] {
  const level = configLevels.temperature
  const temperature = generationConfig?.temperature
  const usage = call?.usage ?? null
  return [
    ['Model', <Mono key="model" words={generationConfig?.model ?? 'not known'} />],
    ['Temperature', temperature === undefined ? 'the provider’s own' : <Noted key="temperature" words={valueWords(temperature)} note={level && `from ${levelWords[level]}`} />],
    ['In and out', usage === null ? '—' : <InAndOut key="usage" taken={usage.inputTokens} given={usage.outputTokens} />],
    ['Cost', typeof call?.costUsd === 'number' ? <Mono key="cost" words={usd(call.costUsd)} /> : <Noted key="cost" words="—" note="no price was known" />],
  ]
}

const Mono = ({ words }: { readonly words: string }) => <span className="num leading-4">{words}</span>

const Noted = ({ words, note }: { readonly words: string; readonly note: string | undefined }) => (
  <>
    <Mono words={words} />
    {note !== undefined && <span className="text-muted"> {note}</span>}
  </>
)

const InAndOut = ({ taken, given }: { readonly taken: number; readonly given: number }) => (
  <>
    <Num value={taken} /> <span className="text-muted">and</span> <Num value={given} />
  </>
)
