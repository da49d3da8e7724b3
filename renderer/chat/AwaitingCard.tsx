import { RefreshCw } from 'lucide-react'
import { Button } from '../components/Button.tsx'

/** The last message has no answer: it was only added, or its answer was discarded. */
export const AwaitingCard = ({ onRetry }: { readonly onRetry: () => void }) => (
  <div className="flex items-center gap-3 text-sm text-muted">
    <span className="grow">No answer yet. Write on, or ask for one.</span>
    <Button icon={RefreshCw} onClick={onRetry}>Ask for an answer</Button>
  </div>
)
