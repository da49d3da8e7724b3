import { ScanSearch } from 'lucide-react'
import { Pane, PaneHead } from '../components/Pane.tsx'

/** How it came to be: what happened when, what the model saw then, and what changed since. */
export function ForensicsPage() {
  return (
    <main className="grid min-h-0 bg-pane">
      <Pane name="timeline" label="Forensics">
        <PaneHead title="Forensics" lens={ScanSearch} />
      </Pane>
    </main>
  )
}
