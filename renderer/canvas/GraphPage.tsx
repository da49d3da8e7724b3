import { GitFork } from 'lucide-react'
import { Pane, PaneHead } from '../components/Pane.tsx'

/** The shape of the history, on a surface that zooms, and the step that is chosen. */
export function GraphPage() {
  return (
    <main className="grid min-h-0 bg-pane">
      <Pane name="canvas" label="Graph">
        <PaneHead title="Graph" lens={GitFork} />
      </Pane>
    </main>
  )
}
