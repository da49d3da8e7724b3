import { LayoutDashboard } from 'lucide-react'
import { saveLayout, useSavedLayouts } from '../state/savedLayouts.ts'
import { showToast } from '../state/toasts.ts'
import { closeDialog } from '../state/view.ts'
import type { SavedLook } from '../state/windowLook.ts'
import { NameDialog } from './NameDialog.tsx'

/** Gives the arrangement of the window a name, to be found in the palette. */
export function SaveLayoutDialog({ look }: { readonly look: SavedLook }) {
  const saved = useSavedLayouts((layouts) => layouts.saved)
  const save = async (typed: string): Promise<void> => {
    const name = typed.trim()
    const isNew = !saved.some((layout) => layout.name === name)
    saveLayout({ name, look })
    closeDialog()
    await Promise.resolve()
    showToast({ tone: 'done', text: isNew ? `Saved the layout “${name}”` : `The layout “${name}” is as the window is now` })
  }
  return (
    <NameDialog title="Save this layout" label="Name of the layout" verb="Save" icon={LayoutDashboard} start={`Layout ${saved.length + 1}`} whyNot={(name) => (name.trim() === '' ? 'It needs a name' : null)} onSave={save}>
      Which panes are open and how wide they are, and what is open above the dock. It is used again from the palette.
    </NameDialog>
  )
}
