import { Dialog } from '../components/Dialog.tsx'
import { closeDialog } from '../state/view.ts'
import { KeyTable } from './KeyTable.tsx'

export function KeysDialog() {
  return (
    <Dialog title="Keyboard shortcuts" width={600} onClose={closeDialog}>
      <div className="p-4.5">
        <KeyTable />
      </div>
    </Dialog>
  )
}
