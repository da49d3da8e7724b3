import { Split } from 'lucide-react'
import { useState } from 'react'
import type { MessageId } from '../../core/model/ids.ts'
import { askAgainWith } from '../chat/askAgainWith.ts'
import { Button } from '../components/Button.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { Segmented } from '../components/Segmented.tsx'
import { useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { clearSelection } from '../state/selection.ts'
import { closeDialog, showCompare } from '../state/view.ts'

type Question = { readonly question: MessageId; readonly excerpt: string; /** The open branch has an answer already: it stands first. */ readonly hasAnswer: boolean }

/** Asks one question several times, each on a branch of its own, and shows the answers side by side. */
export function TryWaysDialog(question: Question) {
  const current = useCurrent()
  return current === null ? null : <Form current={current} {...question} />
}

function Form({ current, question, excerpt, hasAnswer }: Question & { readonly current: Current }) {
  const [count, setCount] = useState<'2' | '3'>('2')
  const [isBusy, setBusy] = useState(false)
  const start = async (): Promise<void> => {
    setBusy(true)
    const names = await askAgainWith(current, question, Number(count), {})
    setBusy(false)
    if (names.length === 0) return
    clearSelection()
    closeDialog()
    showCompare(hasAnswer ? [current.branch, ...names] : names)
  }
  return (
    <Dialog
      title="Try several ways"
      onClose={closeDialog}
      foot={
        <>
          <Button size="lg" variant="ghost" onClick={closeDialog}>
            Cancel
          </Button>
          <span className="grow" />
          <Button size="lg" variant="primary" icon={Split} keys="Enter" off={isBusy ? 'The branches are being made' : null} data-first onClick={() => void start()}>
            Ask {count} ways
          </Button>
        </>
      }
    >
      <div className="grid gap-3 p-4.5 text-sm">
        <p className="text-soft">
          Asks <span className="text-ink">“{excerpt}”</span> again, each time on a branch of its own, and shows the answers side by side. What is on <b>{current.branch}</b> stays.
        </p>
        <div className="flex items-center gap-3">
          <span className="text-soft">How often</span>
          <Segmented label="How often" value={count} options={[{ value: '2', label: '2' }, { value: '3', label: '3' }]} onChange={setCount} />
        </div>
      </div>
    </Dialog>
  )
}
