import { ArrowUp, GitMerge, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { TranscriptMessage } from '../../core/model/context.ts'
import { switchTo } from '../commands/switchTo.ts'
import { Button } from '../components/Button.tsx'
import { Num } from '../components/Num.tsx'
import { attempt } from '../faults/attempt.ts'
import { send } from '../queries/chat.ts'
import type { Current } from '../queries/useCurrent.ts'
import { openDialog, showCompare } from '../state/view.ts'
import { useLive } from '../state/live.ts'
import { usd } from '../words/money.ts'
import { useWords } from '../words/words.ts'
import { lastCallOf } from './lastCall.ts'
import { letters } from './letters.ts'

type Props = { readonly current: Current; readonly branches: readonly string[]; readonly columns: readonly (readonly TranscriptMessage[])[] }

/** What the newest answers took, the same prompt for all, and what comes of the comparison. */
export function CompareFoot({ current, branches, columns }: Props) {
  return (
    <footer className="border-t border-line bg-app">
      <div className="grid border-b border-subtle" style={{ gridTemplateColumns: `repeat(${Math.max(1, branches.length)}, minmax(0, 1fr))` }}>
        {branches.map((branch, nth) => (
          <Totals key={branch} letter={letters[nth] ?? ''} items={columns[nth] ?? []} />
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-2 px-3.5 py-2">
        <SamePrompt current={current} branches={branches} />
        <Outcome current={current} branches={branches} />
      </div>
    </footer>
  )
}

function Totals({ letter, items }: { readonly letter: string; readonly items: readonly TranscriptMessage[] }) {
  const call = lastCallOf(items)
  return (
    <p className="flex min-h-9 items-center gap-4 px-5 text-sm text-muted">
      <b className="grid size-5 place-items-center rounded-xs bg-active text-xs text-ink">{letter}</b>
      {call === null && 'no answer yet'}
      {call?.usage && (
        <>
          <span><Num value={call.usage.inputTokens} className="text-ink" /> in</span>
          <span><Num value={call.usage.outputTokens} className="text-ink" /> out</span>
        </>
      )}
      {call !== null && call.costUsd !== null && <span className="num-plain text-ink">{usd(call.costUsd)}</span>}
      {call !== null && <span><span className="num text-ink">{(call.durationMs / 1000).toFixed(1)}</span> s</span>}
    </p>
  )
}

/** Says the same on every branch; the answers come side by side. */
function SamePrompt({ current: { tract }, branches }: Pick<Props, 'current' | 'branches'>) {
  const [text, setText] = useState('')
  const isBusy = useLive(({ replies }) => [...replies.values()].some((reply) => reply.tract === tract && branches.includes(reply.branch)))
  const off = branches.length < 2 ? 'Choose two branches first' : isBusy ? 'An answer is being written' : text.trim() === '' ? 'Write something first' : null
  const sendAll = async (): Promise<void> => {
    if (off !== null) return
    const sent = await Promise.all(branches.map((branch) => attempt(() => send(tract, branch, text))))
    if (sent.some((one) => one !== undefined)) setText('')
  }
  return (
    <form
      className="flex min-w-64 flex-1 items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void sendAll()
      }}
    >
      <input
        aria-label="The same message to all of them"
        placeholder={`Send the same message to ${branches.length === 2 ? 'both' : 'all'}`}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="h-(--control-h) min-w-0 max-w-120 flex-1 rounded-md bg-input px-2.5 text-sm inset-ring inset-ring-field outline-none focus:field-focus"
      />
      <Button type="submit" icon={ArrowUp} off={off}>
        Send to {branches.length === 2 ? 'both' : 'all'}
      </Button>
    </form>
  )
}

function Outcome({ current, branches: [a, b, ...more] }: Pick<Props, 'current' | 'branches'>) {
  const words = useWords()
  if (a === undefined || b === undefined || more.length > 0) return null
  const onBranchA = async (act: () => void): Promise<void> => {
    if (current.branch !== a) await switchTo(current.tract, a)
    showCompare([a, b])
    act()
  }
  return (
    <>
      <Button icon={GitMerge} onClick={() => void onBranchA(() => openDialog({ kind: 'join', act: { kind: 'merge', from: b } }))}>
        {words.mergeVerb} B into A
      </Button>
      <Button icon={Trash2} onClick={() => void onBranchA(() => openDialog({ kind: 'deleteBranch', branch: b }))}>
        Keep A, delete B
      </Button>
    </>
  )
}
