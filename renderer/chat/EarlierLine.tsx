import { ChevronUp } from 'lucide-react'
import { Button } from '../components/Button.tsx'
import { counted } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'

/** What stands before the loaded messages. */
export function EarlierLine({ count, onLoad }: { readonly count: number; readonly onLoad: () => void }) {
  const words = useWords()
  return (
    <div className="flex justify-center">
      <Button size="sm" variant="ghost" icon={ChevronUp} onClick={onLoad}>
        {`${counted(count, `earlier ${words.step}`, `earlier ${words.steps}`)}, show more`}
      </Button>
    </div>
  )
}
