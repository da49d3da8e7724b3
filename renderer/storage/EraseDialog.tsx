import { useQuery } from '@tanstack/react-query'
import { Eraser } from 'lucide-react'
import { useState } from 'react'
import type { EraseReport } from '../../core/model/cleanUp.ts'
import type { MessageId } from '../../core/model/ids.ts'
import { TextField } from '../components/Field.tsx'
import { FormDialog } from '../components/FormDialog.tsx'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { isConfirmed, TypedConfirm } from '../components/TypedConfirm.tsx'
import { FaultCard } from '../faults/FaultCard.tsx'
import { attempt } from '../faults/attempt.ts'
import { faultOf } from '../faults/faultOf.ts'
import { erase, eraseQuery } from '../queries/storage.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { showToast } from '../state/toasts.ts'
import { closeDialog } from '../state/view.ts'
import { counted } from '../words/numbers.ts'
import { sizeWords } from '../words/sizes.ts'
import { useWords } from '../words/words.ts'
import { ErasePlaces } from './ErasePlaces.tsx'
import { erasedCount } from './eraseLines.ts'

type Props = { readonly message: MessageId; /** The beginning of its text. */ readonly excerpt: string }

/** Where a text lives, what repeats it and what stays of it; then, after words that have to be typed, it goes for good. */
export function EraseDialog(props: Props) {
  const current = useCurrent()
  return current === null ? null : <Ask {...props} current={current} />
}

function Ask({ current, message, excerpt }: Props & { readonly current: Current }) {
  const words = useWords()
  const { data: report, error } = useQuery(eraseQuery(current.tract, current.branch, message))
  const [reason, setReason] = useState('')
  const [typed, setTyped] = useState('')
  const count = counted(report === undefined ? 1 : erasedCount(report.places), words.step, words.steps)
  const phrase = `erase ${count}`
  const missing = reason.trim() === '' ? 'Say why first' : isConfirmed(phrase, typed) ? null : `Type “${phrase}” first`
  const off = error !== null ? faultOf(error).message : report === undefined ? 'Every place is being looked for' : missing
  const remove = async (): Promise<void> => {
    const done = await attempt(() => erase(current.tract, current.branch, message, reason.trim()))
    if (done === undefined) return
    closeDialog()
    tell(done, count)
  }
  return (
    <FormDialog title="Erase for good" width={600} verb="Erase, can’t be undone" icon={Eraser} danger off={off} busy="It is being erased" onSubmit={remove} onClose={closeDialog} className="grid gap-4 p-4.5">
      <blockquote data-first tabIndex={-1} className="line-clamp-2 border-l-2 outline-none border-strong pl-3 text-sm text-soft">{excerpt === '' ? '(empty)' : excerpt}</blockquote>
      {error !== null && <FaultCard fault={faultOf(error)} />}
      {report === undefined && error === null && <SkeletonRows count={5} label="Every place is being looked for" />}
      {report !== undefined && <ErasePlaces report={report} current={current} />}
      <div className="grid grid-cols-2 items-end gap-4">
        <label className="grid gap-1.5 text-sm text-soft">
          Why? It stays in the log.
          <TextField className="w-full" maxLength={2000} placeholder="a password, an address" value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
        <TypedConfirm phrase={phrase} typed={typed} onChange={setTyped} />
      </div>
    </FormDialog>
  )
}

/** What is left to do is told with what was done. */
function tell({ erasedBytes, mentions, isGone }: EraseReport, count: string): void {
  const text = `Erased ${count}, ${sizeWords(erasedBytes)}`
  const left = mentions.length === 0 ? '' : mentions.length === 1 ? 'One other text repeats it and stays. ' : `${counted(mentions.length, 'other text')} repeat it and stay. `
  const waits = isGone ? '' : 'Another program still reads the file: the bytes go when it lets go.'
  const hint = `${left}${waits}`.trim()
  showToast({ tone: 'done', text, ...(hint !== '' && { hint }) })
}
