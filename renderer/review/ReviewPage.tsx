import { Pane } from '../components/Pane.tsx'
import { ReviewView } from './ReviewView.tsx'

/** What waits for a decision, with the whole window for it. */
export const ReviewPage = () => (
  <main className="grid min-h-0 bg-pane">
    <Pane name="review" label="Review">
      <ReviewView />
    </Pane>
  </main>
)
