import { Check, CircleDashed } from 'lucide-react'
import { useMemo, useState } from 'react'
import { annotateSteps } from '../commands/annotateSteps.ts'
import { LinkButton } from '../components/LinkButton.tsx'
import { typeSummary } from '../state/summaryWords.ts'
import { counted } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { notMentioned } from './notMentioned.ts'
import type { Missing } from './notMentioned.ts'
import type { Compressing } from './useCompress.ts'

/** What the originals say and the summaries don't, letter by letter, and what can be done about each. */
export function NotMentioned({ at }: { readonly at: Compressing }) {
  const words = useWords()
  const { rows, texts, place, current: { tract, branch } } = at
  const [fine, setFine] = useState<ReadonlySet<string>>(new Set())
  const originals = useMemo(() => rows.flatMap((row) => (row.mark === 'taken' ? [{ messageId: row.messageId, run: row.run, text: row.text, isSpoken: row.contentType !== 'tool_result' && row.contentType !== 'tool_call' }] : [])), [rows])
  const missing = useMemo(() => notMentioned(originals, texts.join('\n')), [originals, texts])
  const open = missing.filter(({ text }) => !fine.has(text))
  const insert = ({ run, text }: Missing): void => typeSummary(place, run, `${(texts[run] ?? '').trimEnd()} ${text}`.trim())
  const pin = async ({ messageId }: Missing): Promise<void> => {
    if (await annotateSteps(tract, branch, [messageId], 'pinned')) at.setDraft(null)
  }
  return (
    <section aria-label="Not mentioned">
      <p className="mb-0.5 flex flex-wrap items-baseline gap-x-2 text-sm">
        <b className="font-semibold">Not mentioned</b>
        <span className="text-xs text-muted">{missing.length === 0 ? 'every name, number, date and open question found in the originals stands in the summary' : `${counted(open.length, 'thing')} found in the originals; a check of letters, not of meaning`}</span>
      </p>
      <ul>
        {missing.map((one) => (
          <li key={one.text} className="grid min-h-8 grid-cols-[14px_minmax(0,1fr)_auto] items-center gap-[9px] border-subtle text-sm not-first:border-t">
            {fine.has(one.text) ? <Check size={14} className="text-muted" /> : <CircleDashed size={14} className="text-warning" />}
            <span className="min-w-0 truncate">
              <span className={fine.has(one.text) ? 'text-muted line-through' : ''}>{one.kind === 'name' || one.kind === 'question' ? `“${one.text}”` : one.text}</span>{' '}
              <span className="text-xs text-muted">{one.kind === 'question' ? 'open question, ' : ''}{words.step} {one.messageId.slice(0, 4)}</span>
            </span>
            {fine.has(one.text) ? (
              <span className="text-xs text-muted">fine to lose</span>
            ) : (
              <span className="flex gap-3">
                <LinkButton aria-label={`Insert ${one.text}`} onClick={() => insert(one)}>insert</LinkButton>
                <LinkButton aria-label={`Pin the step that says ${one.text}`} onClick={() => void pin(one)}>pin {words.step}</LinkButton>
                <LinkButton aria-label={`Fine to lose: ${one.text}`} onClick={() => setFine(new Set([...fine, one.text]))}>fine to lose</LinkButton>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
