import { SettingsPage } from '../settings/SettingsPage.tsx'
import { FileCheck } from './FileCheck.tsx'

/** How large the file is, what nobody needs any more, and whether it is sound. */
export function StoragePage() {
  return (
    <SettingsPage title="Storage and clean-up" lead="What this file holds, and what nobody needs any more. Nothing goes by itself.">
      <FileCheck />
    </SettingsPage>
  )
}
