import { Search } from 'lucide-react'
import { Select } from '../components/Select.tsx'
import { useWords } from '../words/words.ts'
import type { Words } from '../words/words.ts'
import type { LogFilter } from './logEntries.ts'

const kindsIn = ({ joins }: Words): readonly { readonly value: LogFilter['kind']; readonly label: string }[] => [
  { value: 'all', label: 'Everything' },
  { value: 'steps', label: 'Messages and answers' },
  { value: 'marks', label: 'Corrections and marks' },
  { value: 'summaries', label: 'Summaries' },
  { value: 'branches', label: 'Branches' },
  { value: 'joins', label: joins },
  { value: 'bookmarks', label: 'Bookmarks' },
  { value: 'back', label: 'Undo and going back' },
  { value: 'cleanUps', label: 'Clean-ups' },
  { value: 'settings', label: 'Settings' },
  { value: 'messages', label: 'What the app said' },
]

type Props = { readonly filter: LogFilter; readonly onChange: (filter: LogFilter) => void }

/** Which lines of the log are shown. */
export const LogFilters = ({ filter, onChange }: Props) => (
  <>
    <label className="flex h-6 min-w-0 items-center gap-1.5 rounded-sm bg-input px-2 text-xs text-muted field-ring focus-within:field-focus">
      <Search size={12} className="shrink-0" />
      <input
        type="search"
        aria-label="Search the log"
        placeholder="Search the log"
        spellCheck={false}
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
        className="w-32 min-w-0 bg-transparent text-ink outline-none [&::-webkit-search-cancel-button]:hidden"
      />
    </label>
    <Select label="Show" value={filter.kind} options={kindsIn(useWords())} onChange={(kind) => onChange({ ...filter, kind })} />
  </>
)
