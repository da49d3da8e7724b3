import { useState } from 'react'
import type { TranscriptMessage } from '../../core/model/context.ts'
import { offerUndo } from '../commands/undoLast.ts'
import { Button } from '../components/Button.tsx'
import { Popover } from '../components/Popover.tsx'
import { Segmented } from '../components/Segmented.tsx'
import { attempt } from '../faults/attempt.ts'
import { keepNote } from '../queries/acts.ts'
import type { Current } from '../queries/useCurrent.ts'
import { verdictText } from './verdict.ts'
import type { Verdict } from './verdict.ts'
import { verdictIn } from './verdictIn.ts'

type Props = { readonly current: Current; readonly branches: readonly string[]; /** The steps of the first branch, where a verdict is kept. */ readonly items: readonly TranscriptMessage[] }

/** Which of two is better, kept as a note among the steps of A; the model never sees it. */
export function VerdictBar({ current: { tract }, branches: [a, b, ...more], items }: Props) {
  const [isBusy, setBusy] = useState(false)
  if (a === undefined || b === undefined || more.length > 0) return null
  const given = verdictIn(items, a, b)
  const keep = async (verdict: Verdict): Promise<boolean> => {
    if (given !== null && given.better === verdict.better && given.note === verdict.note) return true
    if (isBusy) return false
    setBusy(true)
    const kept = await attempt(() => keepNote(tract, a, verdictText(a, b, verdict)))
    setBusy(false)
    if (kept !== undefined) await offerUndo(tract, 'Kept the verdict; the model doesn’t see it')
    return kept !== undefined
  }
  return (
    <div className="inline-flex items-center gap-2 text-sm">
      <span className="text-muted">Verdict</span>
      <Segmented small label="Verdict" value={given?.better ?? ''} options={verdicts} onChange={(better) => void keep({ better, note: given?.note ?? '' })} />
      {given !== null && <Note key={given.note} note={given.note} onKeep={(note) => keep({ better: given.better, note })} />}
    </div>
  )
}

const verdicts = [{ value: 'a', label: 'A better' }, { value: 'tie', label: 'Tie' }, { value: 'b', label: 'B better' }] as const

/** Why, in one's own words; open until they are kept. */
function Note({ note, onKeep }: { readonly note: string; readonly onKeep: (note: string) => Promise<boolean> }) {
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState(note)
  const save = async (): Promise<void> => {
    if (await onKeep(text.trim())) setOpen(false)
  }
  return (
    <Popover open={isOpen} onOpenChange={setOpen} side="top" label="Why" trigger={<Button size="sm" variant="ghost" tip={note === '' ? undefined : note}>{note === '' ? 'Add a note' : 'Note'}</Button>}>
      <form
        className="grid gap-2.5"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <textarea aria-label="Note" rows={3} value={text} onChange={(event) => setText(event.target.value)} className="field-sizing-content max-h-40 w-full resize-none rounded-md bg-input px-2.5 py-2 text-sm inset-ring inset-ring-field outline-none focus:field-focus" />
        <div className="flex justify-end"><Button type="submit" variant="primary">Keep note</Button></div>
      </form>
    </Popover>
  )
}
