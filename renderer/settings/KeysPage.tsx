import { KeyTable } from '../commands/KeyTable.tsx'
import { SettingsPage } from './SettingsPage.tsx'

export function KeysPage() {
  return (
    <SettingsPage title="Keys" lead="Single letters act only while a list has the focus, never while you type.">
      <KeyTable />
    </SettingsPage>
  )
}
