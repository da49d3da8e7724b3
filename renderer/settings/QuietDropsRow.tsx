import { Button } from '../components/Button.tsx'
import { askAgain, useQuietDrops } from '../state/quietDrops.ts'
import type { QuietVerb } from '../state/quietDrops.ts'
import { useWords } from '../words/words.ts'
import type { Words } from '../words/words.ts'
import { SettingsRow } from './SettingsPage.tsx'

/** Which drops are no longer shown before they are done, and the way back to being asked. */
export function QuietDropsRow() {
  const words = useWords()
  const { verbs } = useQuietDrops()
  const quiet = verbs.map((verb) => nameOf(verb, words)).join(', ')
  return (
    <SettingsRow label="Look before a drop" help={quiet === '' ? 'What is dragged and dropped is shown before it is done.' : `Done at once: ${quiet}. Everything else is shown first.`}>
      <Button off={quiet === '' ? 'Nothing is done unasked' : null} onClick={askAgain}>Ask again</Button>
    </SettingsRow>
  )
}

const nameOf = (verb: QuietVerb, words: Words): string => ({ pinned: words.pin, skip: words.hide, normal: words.normal, quote: 'Quote' })[verb].toLowerCase()
