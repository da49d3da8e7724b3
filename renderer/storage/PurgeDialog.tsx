import { Eraser, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { GcReport } from '../../core/model/cleanUp.ts'
import type { TractId } from '../../core/model/ids.ts'
import { Banner } from '../components/Banner.tsx'
import { FormDialog } from '../components/FormDialog.tsx'
import { Spinner } from '../components/Spinner.tsx'
import { isConfirmed, TypedConfirm } from '../components/TypedConfirm.tsx'
import { attempt } from '../faults/attempt.ts'
import { cleanUp } from '../queries/storage.ts'
import { useCurrentTract } from '../queries/useCurrent.ts'
import { useRetention } from '../state/retention.ts'
import { showToast } from '../state/toasts.ts'
import { closeDialog } from '../state/view.ts'
import { sizeWords } from '../words/sizes.ts'
import { useWords } from '../words/words.ts'
import { goneCount, goneWords, groupWords, waitWords } from './cleanUpWords.ts'
import { useCleanUp } from './useCleanUp.ts'

/** Asks once more, with words that have to be typed, before something goes that no undo brings back. */
export function PurgeDialog() {
  const tract = useCurrentTract()
  return tract === null ? null : <Ask tract={tract} />
}

function Ask({ tract }: { readonly tract: TractId }) {
  const words = useWords()
  const { report, fault } = useCleanUp(tract)
  const [typed, setTyped] = useState('')
  const [isRunning, setRunning] = useState(false)
  const isNothing = report === null || goneCount(report) === 0
  const phrase = isNothing ? words.deletePhrase : `${words.deletePhrase} ${goneWords(report, words)}`
  const off = fault?.message ?? (report === null ? 'It is being worked out' : isNothing ? 'Nothing is old enough' : isConfirmed(phrase, typed) ? null : `Type “${phrase}” first`)
  const remove = async (): Promise<void> => {
    setRunning(true)
    const done = await attempt(() => cleanUp(tract, useRetention.getState()))
    setRunning(false)
    if (done === undefined) return
    closeDialog()
    showToast({ tone: 'done', text: doneWords(done, goneWords(done, words)), hint: waitWords(done) })
  }
  return (
    <FormDialog title={words.deleteForGood} width={520} verb={`${words.deleteForGood}, can’t be undone`} icon={Eraser} danger off={off} busy="It is being deleted" onSubmit={remove} onClose={closeDialog}>
      {report !== null && <WhatGoes report={report} />}
      <Banner tone="danger" icon={TriangleAlert}>
        No undo brings it back, and acts that need it can no longer be undone. Hashes stay, so that the file can still be checked.
      </Banner>
      <TypedConfirm phrase={phrase} typed={typed} onChange={setTyped} />
      <p role="status" className="flex min-h-4.5 items-center gap-1.5 text-xs text-muted">
        {isRunning && (
          <>
            <Spinner size={12} /> The file is checked, cleaned and made smaller
          </>
        )}
      </p>
    </FormDialog>
  )
}

function WhatGoes({ report }: { readonly report: GcReport }) {
  const words = useWords()
  const { purged, archived, trashed, freedBytes } = report
  const trashDays = useRetention((retention) => retention.trashDays)
  const rows: readonly (readonly [name: string, value: string])[] = [
    ...(purged.commits > 0 ? [['Out of the trash', groupWords(purged, words)] as const] : []),
    ...(archived.messages > 0 ? [['Texts behind summaries', groupWords({ commits: archived.messages, bytes: archived.bytes }, { ...words, step: 'text', steps: 'texts' })] as const] : []),
    ...(trashed.commits > 0 && trashDays > 0 ? [['Moves to the trash too', groupWords(trashed, words)] as const] : []),
    ['Frees in the file', `about ${sizeWords(freedBytes)}`],
  ]
  return (
    <dl className="grid gap-1 text-sm">
      {rows.map(([name, value]) => (
        <div key={name} className="flex gap-3">
          <dt className="w-44 shrink-0 text-muted">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function doneWords({ isGone, fileBytes: { before, after } }: GcReport, what: string): string {
  const size = !isGone || before === null || after === null ? '' : `; the file went from ${sizeWords(before)} to ${sizeWords(after)}`
  return `Deleted ${what} for good${size}`
}
