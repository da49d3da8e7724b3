import { RetryWithDialog } from '../chat/RetryWithDialog.tsx'
import { KeysDialog } from '../commands/KeysDialog.tsx'
import { Palette } from '../commands/Palette.tsx'
import { CompareStepsDialog } from '../compare/CompareStepsDialog.tsx'
import { TryWaysDialog } from '../compare/TryWaysDialog.tsx'
import { CompressSheet } from '../compress/CompressSheet.tsx'
import { FilesDialog } from '../files/FilesDialog.tsx'
import { NewFileDialog } from '../files/NewFileDialog.tsx'
import { JoinDialog } from '../joins/JoinDialog.tsx'
import { MergeEditor } from '../joins/MergeEditor.tsx'
import { SearchDialog } from '../search/SearchDialog.tsx'
import { assertNever } from '../state/assertNever.ts'
import { useView } from '../state/view.ts'
import { EraseDialog } from '../storage/EraseDialog.tsx'
import { PurgeDialog } from '../storage/PurgeDialog.tsx'
import { SendRawDialog } from '../xray/SendRawDialog.tsx'
import { BookmarkDialog } from './BookmarkDialog.tsx'
import { DeleteBranchDialog } from './DeleteBranchDialog.tsx'
import { JumpDialog } from './JumpDialog.tsx'
import { NewBranchDialog } from './NewBranchDialog.tsx'
import { RenameBookmarkDialog } from './RenameBookmarkDialog.tsx'
import { RejectProposalDialog } from '../review/RejectProposalDialog.tsx'
import { RenameBranchDialog } from './RenameBranchDialog.tsx'
import { SaveLayoutDialog } from './SaveLayoutDialog.tsx'

/** The one dialog that is open, if any. */
export function Dialogs() {
  const dialog = useView((view) => view.dialog)
  if (dialog === null) return null
  switch (dialog.kind) {
    case 'palette':
      return <Palette {...(dialog.isQuickOpen === true && { isQuickOpen: true })} />
    case 'keys':
      return <KeysDialog />
    case 'files':
      return <FilesDialog />
    case 'newFile':
      return <NewFileDialog />
    case 'newBranch':
      return <NewBranchDialog from={dialog.from} after={dialog.after ?? null} fromWords={dialog.fromWords} />
    case 'join':
      return <JoinDialog act={dialog.act} branch={dialog.branch ?? null} />
    case 'compress':
      return <CompressSheet key={dialog.draft ?? 'new'} range={dialog.range} draft={dialog.draft} />
    case 'compareSteps':
      return <CompareStepsDialog from={dialog.from} to={dialog.to} />
    case 'mergeEditor':
      return <MergeEditor asksModel={dialog.asksModel ?? false} />
    case 'purge':
      return <PurgeDialog />
    case 'erase':
      return <EraseDialog message={dialog.message} excerpt={dialog.excerpt} />
    case 'rejectProposal':
      return <RejectProposalDialog proposal={dialog.proposal} title={dialog.title} />
    case 'renameBranch':
      return <RenameBranchDialog branch={dialog.branch} />
    case 'deleteBranch':
      return <DeleteBranchDialog branch={dialog.branch} />
    case 'renameBookmark':
      return <RenameBookmarkDialog name={dialog.name} />
    case 'bookmark':
      return <BookmarkDialog at={dialog.at} excerpt={dialog.excerpt} />
    case 'tryWays':
      return <TryWaysDialog question={dialog.question} excerpt={dialog.excerpt} hasAnswer={dialog.hasAnswer} />
    case 'retryWith':
      return <RetryWithDialog question={dialog.question} excerpt={dialog.excerpt} hasAnswer={dialog.hasAnswer} />
    case 'saveLayout':
      return <SaveLayoutDialog look={dialog.look} />
    case 'jump':
      return <JumpDialog tract={dialog.tract} jump={dialog.jump} preview={dialog.preview} />
    case 'sendRaw':
      return <SendRawDialog />
    case 'search':
      return <SearchDialog />
    default:
      return assertNever(dialog)
  }
}
