import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import type { RefMove } from '../../core/model/refs.ts'
import { CommandButton } from '../commands/CommandButtons.tsx'
import { FaultCard } from '../faults/FaultCard.tsx'
import type { Current } from '../queries/useCurrent.ts'
import { authorWords } from '../words/operations.ts'
import { signed } from '../words/numbers.ts'
import { clockWithSeconds, day } from '../words/times.ts'
import { refName, touched } from './logEntries.ts'
import type { LogEntry } from './logEntries.ts'

type Props = { readonly entry: LogEntry | undefined; readonly current: Current }

/** The chosen line in full, and what can be done from there. */
export function OperationFacts({ entry, current }: Props) {
  return (
    <section aria-label="The chosen line" className="grid min-h-0 content-start gap-2.5 overflow-y-auto border-l border-subtle bg-sunken px-3.5 py-3 text-sm">
      {entry?.kind === 'toast' && <Said entry={entry} />}
      {entry?.kind === 'operation' && <Done entry={entry} current={current} />}
    </section>
  )
}

const Said = ({ entry: { toast, at } }: { readonly entry: Extract<LogEntry, { kind: 'toast' }> }) => (
  <>
    {toast.tone === 'fault' ? <FaultCard fault={{ code: '', kind: 'user', message: toast.text, hint: toast.hint ?? null, lost: 'nothing', retryable: false }} /> : <b className="font-semibold">{toast.text}</b>}
    {toast.tone === 'done' && toast.hint && <p className="text-soft">{toast.hint}</p>}
    <p className="text-xs text-muted">The app said this {whenWords(at)}.</p>
  </>
)

function Done({ entry: { operation, title, state } }: { readonly entry: Extract<LogEntry, { kind: 'operation' }>; readonly current: Current }) {
  const moves = touched(operation)
  return (
    <>
      <b className="font-semibold wrap-break-word">{title}</b>
      <div className="flex flex-wrap gap-1.5">
        <CommandButton id="operation.show" size="sm">Show</CommandButton>
        <CommandButton id="operation.restore" size="sm">{state === 'out' ? 'Go back to how it was then' : 'Undo back to here'}</CommandButton>
        <CommandButton id="operation.revert" size="sm">Take back only this</CommandButton>
      </div>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-xs">
        <Fact name="Who">{authorWords(operation.author)}</Fact>
        <Fact name="When">{whenWords(operation.at)}</Fact>
        <Fact name="Tokens">{operation.tokenDelta === 0 ? 'no change' : <span className="num text-num!">{signed(operation.tokenDelta)}</span>}</Fact>
        {moves.map((move) => (
          <Fact key={move.ref} name={move.ref.startsWith('tag:') ? 'Bookmark' : 'Branch'}>
            <Move move={move} />
          </Fact>
        ))}
      </dl>
      {!operation.undoable && operation.cause.kind === 'direct' && <p className="text-xs text-muted">This is a record: it can’t be taken back.</p>}
    </>
  )
}

/** From where it was to where it came: "main 3f2a → 91bc". */
const Move = ({ move: { ref, before, after } }: { readonly move: RefMove }) => (
  <span className="inline-flex max-w-full items-center gap-1.5">
    <span className="truncate">{refName(ref)}</span>
    <span className="num-plain text-muted">{before?.slice(0, 4) ?? 'new'}</span>
    <ArrowRight size={12} className="shrink-0 text-muted" aria-label="to" />
    <span className="num-plain text-muted">{after?.slice(0, 4) ?? 'gone'}</span>
  </span>
)

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <>
    <dt className="text-muted">{name}</dt>
    <dd className="min-w-0">{children}</dd>
  </>
)

const whenWords = (at: number): string => `${day(at, Date.now())}, ${clockWithSeconds(at)}`
