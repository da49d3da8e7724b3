import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { TextField } from '../components/Field.tsx'
import { FormDialog } from '../components/FormDialog.tsx'
import { FaultCard } from '../faults/FaultCard.tsx'
import { faultOf } from '../faults/faultOf.ts'
import type { ShownFault } from '../faults/faultOf.ts'
import { createFile, filesQuery } from '../queries/files.ts'
import { closeDialog } from '../state/view.ts'

/** Names a new workspace file; it opens at once. */
export function NewFileDialog() {
  const folder = useQuery(filesQuery()).data?.folder
  const [name, setName] = useState('')
  const [fault, setFault] = useState<ShownFault | null>(null)
  const problem = name.trim() === '' ? 'A file needs a name' : null
  const save = async (): Promise<void> => {
    try {
      await createFile(name.trim())
      closeDialog()
    } catch (error) {
      setFault(faultOf(error))
    }
  }
  return (
    <FormDialog title="New file" verb="Make file" keys="Enter" off={problem} onSubmit={save} onClose={closeDialog}>
      <p className="text-sm text-soft">A file holds any number of tracts. The open one is closed; everything in it is saved.</p>
      <TextField aria-label="Name of the file" maxLength={80} placeholder="Name" value={name} onChange={(event) => setName(event.target.value)} />
      {folder !== undefined && <p className="truncate text-xs text-muted">in {folder}</p>}
      {fault !== null && <FaultCard fault={fault} />}
    </FormDialog>
  )
}
