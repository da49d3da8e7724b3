import { useState } from 'react'
import type { ProposalId } from '../../core/model/ids.ts'
import { offerUndo } from '../commands/undoLast.ts'
import { FieldRow, TextField } from '../components/Field.tsx'
import { FormDialog } from '../components/FormDialog.tsx'
import { attempt } from '../faults/attempt.ts'
import { rejectProposal } from '../queries/policies.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import { closeDialog } from '../state/view.ts'

/** Says no, and why: whoever proposed it is told. */
export function RejectProposalDialog({ proposal, title }: { readonly proposal: ProposalId; readonly title: string }) {
  const [reason, setReason] = useState('')
  const tract = useCurrent()?.tract ?? null
  const submit = async (): Promise<void> => {
    if (tract === null || (await attempt(() => rejectProposal(tract, proposal, reason).then(() => true))) !== true) return
    closeDialog()
    await offerUndo(tract, 'Rejected the proposal')
  }
  return (
    <FormDialog title={`Reject: ${title}`} verb="Reject" busy="Rejecting" off={reason.trim() === '' ? 'Say why, in a few words' : null} onSubmit={submit} onClose={closeDialog}>
      <FieldRow label="Why" htmlFor="reject-reason" help="Whoever proposed it is told. It isn’t proposed again while things stand so.">
        <TextField id="reject-reason" className="w-full" value={reason} maxLength={2000} placeholder="too much at once" onChange={(event) => setReason(event.target.value)} />
      </FieldRow>
    </FormDialog>
  )
}
