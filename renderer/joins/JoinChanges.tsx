import { MessageSquareWarning } from 'lucide-react'
import type { Change } from '../../core/model/diff.ts'
import type { Effect } from '../../core/model/effect.ts'
import { Banner } from '../components/Banner.tsx'
import { cx } from '../components/cx.ts'
import { Num } from '../components/Num.tsx'
import { plainText } from '../words/contents.ts'
import { counted } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'

const most = 40

/** What the model would see differently, line by line, and what is worth knowing about it. */
export function JoinChanges({ effect: { changes, warnings }, isOpen }: { readonly effect: Effect; /** Conflicts have to be decided first. */ readonly isOpen: boolean }) {
  const words = useWords()
  return (
    <div className="grid gap-2 px-4.5 py-3">
      {warnings.map(({ code, text }, at) => (
        <Banner key={`${code}${at}`} tone="warning" icon={MessageSquareWarning}>
          {text}
        </Banner>
      ))}
      <h3 className="text-xs font-semibold text-muted">What changes in {words.modelSees}</h3>
      {changes.length === 0 && <p className="text-sm text-muted">{isOpen ? 'That is known once the conflicts are decided.' : 'Nothing.'}</p>}
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-px">
        {changes.slice(0, most).map((change, at) => (
          <ChangeRow key={at} change={change} />
        ))}
      </ul>
      {changes.length > most && <p className="text-xs text-muted">and {counted(changes.length - most, 'more change')}</p>}
    </div>
  )
}

const signs: Record<Change['kind'], { readonly sign: string; readonly word: string; readonly tone: string }> = {
  added: { sign: '+', word: 'new', tone: 'text-success' },
  removed: { sign: '−', word: 'gone', tone: 'text-danger' },
  edited: { sign: '✎', word: 'corrected', tone: 'text-edited' },
  moved: { sign: '↕', word: 'moved', tone: 'text-soft' },
  annotated: { sign: '•', word: 'kept or hidden', tone: 'text-pinned' },
  compressed: { sign: 'Σ', word: 'summarised', tone: 'text-summary' },
  expanded: { sign: 'Σ', word: 'shown again', tone: 'text-summary' },
}

function ChangeRow({ change }: { readonly change: Change }) {
  const { sign, word, tone } = signs[change.kind]
  return (
    <li className="flex h-7 min-w-0 items-center gap-2.5 rounded-sm px-1.5 text-sm">
      <span className={cx('w-3.5 shrink-0 text-center font-mono', tone)} aria-hidden="true">
        {sign}
      </span>
      <span className={cx('w-24 shrink-0 text-xs', tone)}>{word}</span>
      <span className="min-w-0 grow truncate">{textIn(change)}</span>
      {'tokens' in change && <Num value={change.tokens} prefix={change.kind === 'added' ? '+' : '−'} className="text-num text-muted" />}
    </li>
  )
}

function textIn(change: Change): string {
  if (change.kind === 'edited') return plainText(change.hunks.map((hunk) => (hunk.kind === 'removed' ? '' : hunk.text)).join(''))
  if ('text' in change) return `${change.role}: ${plainText(change.text)}`
  if ('messages' in change) return counted(change.messages.length, 'step')
  return change.kind === 'annotated' ? `from ${change.from} to ${change.to}` : `from place ${change.from + 1} to ${change.to + 1}`
}
