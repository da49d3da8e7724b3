import { Inbox } from 'lucide-react'
import { Pane, PaneHead } from '../components/Pane.tsx'

/** What waits for a decision. */
export function ReviewPage() {
  return (
    <main className="grid min-h-0 bg-pane">
      <Pane name="review" label="Review">
        <PaneHead title="Review" lens={Inbox} />
      </Pane>
    </main>
  )
}
