import { ArrowRight, CircleStop, Pencil, Sigma } from 'lucide-react'
import { useState } from 'react'
import type { SyntheticEvent } from 'react'
import type { DraftRun } from '../../core/model/compress.ts'
import { roughTokens } from '../chat/answerFacts.ts'
import { WordDiff } from '../chat/WordDiff.tsx'
import { Badge } from '../components/Badge.tsx'
import { Button } from '../components/Button.tsx'
import { LinkButton } from '../components/LinkButton.tsx'
import { Num } from '../components/Num.tsx'
import { Segmented } from '../components/Segmented.tsx'
import { typeSummary } from '../state/summaryWords.ts'
import { usd } from '../words/money.ts'
import { counted } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { ask, choose } from './compressActs.ts'
import type { Asking } from './compressActs.ts'
import { sentenceAt } from './likelySources.ts'
import type { Compressing } from './useCompress.ts'

type Props = { readonly at: Compressing; readonly run: number; readonly asking: Asking; /** Hears of the sentence that the caret is in. */ readonly onPoint: (sentence: string | null) => void }

/** The words of one run: every version, the words themselves, and how long they are. */
export function RunEditor({ at, run, asking, onPoint }: Props) {
  const words = useWords()
  const { draft, view, texts, typed, job, isWriting, place } = at
  const [against, setAgainst] = useState<number | null>(null)
  const own = draft?.runs[run]
  const text = texts[run] ?? ''
  const live = isWriting ? job?.texts.find((one) => one.run === run)?.text : undefined
  const tokens = live === undefined ? (at.effect?.summaryTokens[run] ?? roughTokens(text)) : roughTokens(live)
  const original = own?.originalTokens ?? view?.runs[run]?.tokens ?? 0
  const target = targetOf(at, asking, original)
  const isEdited = own !== undefined && typed[run] !== undefined && typed[run] !== own.summary
  const earlier = against === null ? undefined : own?.versions[against]?.text
  const point = (event: SyntheticEvent<HTMLTextAreaElement>): void => onPoint(sentenceAt(text, event.currentTarget.selectionStart))
  return (
    <div className="grid min-w-0 grid-cols-1 gap-1.5">
      <div className="flex min-h-6 flex-wrap items-center gap-2 text-sm">
        <Badge tone="summary" icon={Sigma}>{texts.length > 1 ? `${run + 1} of ${texts.length}` : 'Summary'}</Badge>
        <span className="text-muted">{counted(own?.originals.length ?? view?.runs[run]?.messages.length ?? 0, words.step, words.steps)}</span>
        {(isEdited || (own !== undefined && own.versions[own.chosen]?.call === null && own.versions.length > 1)) && <Badge tone="edited" icon={Pencil}>edited by you</Badge>}
        {own?.versions[own.chosen]?.isWhole === false && !isEdited && <Badge tone="warning" icon={CircleStop}>stopped</Badge>}
        {own !== undefined && own.versions.length > 1 && <Versions own={own} isEdited={isEdited} onChoose={(version) => void choose(at, run, version)} />}
        <span className="grow" />
        <span className="inline-flex items-center gap-1 text-soft">
          <Num value={original} /> <ArrowRight size={12} className="text-muted" /> <Num value={tokens} prefix={live === undefined && at.effect !== null ? '' : '~'} className={tokens > original && original > 0 ? 'text-danger' : ''} />
          {original > 0 && tokens > 0 && <span className="text-xs text-muted">({tokens > original ? '+' : '−'}{Math.abs(Math.round((1 - tokens / original) * 100))} %)</span>}
        </span>
      </div>
      {live !== undefined ? (
        <div role="status" aria-label={`Summary ${run + 1}, being written`} className="min-h-22 rounded-md bg-input px-3.5 py-2.5 text-read whitespace-pre-wrap inset-ring inset-ring-accent">
          {live}
          <span className="ml-0.5 inline-block h-4 w-[7px] bg-accent align-[-2px] motion-safe:animate-pulse" />
        </div>
      ) : earlier !== undefined ? (
        <div className="rounded-md bg-input px-3.5 py-2.5 text-read inset-ring inset-ring-field"><WordDiff before={earlier} after={text} /></div>
      ) : (
        <textarea
          aria-label={texts.length > 1 ? `Summary ${run + 1}` : 'Summary'}
          rows={4}
          value={text}
          readOnly={isWriting}
          placeholder="What the model shall know of these steps"
          onChange={(event) => typeSummary(place, run, event.target.value)}
          onSelect={point}
          onBlur={() => onPoint(null)}
          className="field-sizing-content min-h-22 w-full resize-none rounded-md bg-input px-3.5 py-2.5 text-read inset-ring inset-ring-field outline-none focus:field-focus"
        />
      )}
      <div className="flex min-h-5 flex-wrap items-center gap-3 text-xs text-muted">
        {own !== undefined && <WriterWords own={own} />}
        {own !== undefined && (own.versions.length > 1 || isEdited) && live === undefined && <DiffChoice own={own} against={against} onChange={setAgainst} />}
        {live === undefined && target !== null && tokens > target * 1.25 && (
          <span className="inline-flex items-center gap-2 text-warning">
            Longer than the target of {counted(target, 'token')}
            <Button size="sm" off={isWriting ? 'The model is writing' : null} onClick={() => void ask(at, asking, `shorter: about ${target} tokens`, run)}>Shorten</Button>
          </span>
        )}
      </div>
    </div>
  )
}

/** Its share of what was wished for; null where nothing was. */
function targetOf({ draft, view }: Compressing, asking: Asking, original: number): number | null {
  const whole = asking.wish.targetTokens ?? draft?.wish.targetTokens
  if (whole === undefined) return null
  return Math.max(1, Math.round((whole * original) / Math.max(1, view?.tokens ?? original)))
}

const Versions = ({ own, isEdited, onChoose }: { readonly own: DraftRun; readonly isEdited: boolean; readonly onChoose: (version: number) => void }) => (
  <Segmented label="Drafts" small value={isEdited ? '' : String(own.chosen)} options={own.versions.map(({ isWhole }, at) => ({ value: String(at), label: `Draft ${at + 1}${isWhole ? '' : ', stopped'}` }))} onChange={(version) => onChoose(Number(version))} />
)

/** Who wrote the chosen version, after what guidance, and what it cost. */
function WriterWords({ own }: { readonly own: DraftRun }) {
  const version = own.versions[own.chosen]
  if (version === undefined) return null
  const { writer, guidance } = version
  return (
    <span className="truncate">
      {writer === null ? 'written by hand' : `by ${writer.model === 'demo' ? 'the demo model' : writer.model}${writer.costUsd === null ? '' : `, ${usd(writer.costUsd)}`}`}
      {guidance !== null && `, told “${guidance}”`}
    </span>
  )
}

function DiffChoice({ own, against, onChange }: { readonly own: DraftRun; readonly against: number | null; readonly onChange: (version: number | null) => void }) {
  if (against !== null) return <LinkButton onClick={() => onChange(null)}>back to the words</LinkButton>
  const other = own.chosen === 0 && own.versions.length > 1 ? 1 : Math.max(0, own.chosen - 1)
  return <LinkButton onClick={() => onChange(other)}>word diff to draft {other + 1}</LinkButton>
}
