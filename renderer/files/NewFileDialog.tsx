import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../components/Button.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { TextField } from '../components/Field.tsx'
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
  const [isSaving, setSaving] = useState(false)
  const problem = name.trim() === '' ? 'A file needs a name' : null
  const save = async (): Promise<void> => {
    setSaving(true)
    try {
      await createFile(name.trim())
      closeDialog()
    } catch (error) {
      setFault(faultOf(error))
    } finally {
      setSaving(false)
    }
  }
  return (
    <Dialog
      title="New file"
      onClose={closeDialog}
      foot={
        <>
          <Button size="lg" variant="ghost" onClick={closeDialog}>
            Cancel
          </Button>
          <span className="grow" />
          <Button size="lg" variant="primary" keys="Enter" off={problem ?? (isSaving ? 'Saving' : null)} onClick={() => void save()}>
            Make file
          </Button>
        </>
      }
    >
      <form
        className="grid gap-3 p-4.5"
        onSubmit={(event) => {
          event.preventDefault()
          if (problem === null && !isSaving) void save()
        }}
      >
        <p className="text-sm text-soft">A file holds any number of tracts. The open one is closed; everything in it is saved.</p>
        <TextField aria-label="Name of the file" maxLength={80} placeholder="Name" value={name} onChange={(event) => setName(event.target.value)} />
        {folder !== undefined && <p className="truncate text-xs text-muted">in {folder}</p>}
        {fault !== null && <FaultCard fault={fault} />}
      </form>
    </Dialog>
  )
}
