import { KeysDialog } from '../commands/KeysDialog.tsx'
import { Palette } from '../commands/Palette.tsx'
import { FilesDialog } from '../files/FilesDialog.tsx'
import { NewFileDialog } from '../files/NewFileDialog.tsx'
import { assertNever } from '../state/assertNever.ts'
import { useView } from '../state/view.ts'
import { NewBranchDialog } from './NewBranchDialog.tsx'

/** The one dialog that is open, if any. */
export function Dialogs() {
  const dialog = useView((view) => view.dialog)
  if (dialog === null) return null
  switch (dialog.kind) {
    case 'palette':
      return <Palette />
    case 'keys':
      return <KeysDialog />
    case 'files':
      return <FilesDialog />
    case 'newFile':
      return <NewFileDialog />
    case 'newBranch':
      return <NewBranchDialog from={dialog.from} after={dialog.after ?? null} fromWords={dialog.fromWords} />
    default:
      return assertNever(dialog)
  }
}
