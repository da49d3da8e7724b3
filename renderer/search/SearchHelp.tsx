import { Clock } from 'lucide-react'
import { LinkButton } from '../components/LinkButton.tsx'
import { forgetSearches, useRecentSearches } from '../state/recentSearches.ts'
import { operators } from './operators.ts'

/** What stands in the search before anything is typed: the last searches, and what can be asked for beside words. */
export function SearchHelp({ onTake }: { readonly onTake: (text: string) => void }) {
  const searches = useRecentSearches((state) => state.searches)
  return (
    <div className="min-h-0 overflow-y-auto px-4.5 py-3 text-sm">
      <p className="pb-3 text-muted">Every text is searched: what is hidden, old versions, other branches, and what no branch holds any more.</p>
      {searches.length > 0 && (
        <section aria-label="Last searches" className="pb-3">
          <div className="flex items-center gap-2 pb-1">
            <h3 className="grow text-xs font-semibold text-muted">Last searches</h3>
            <LinkButton onClick={forgetSearches}>forget them</LinkButton>
          </div>
          {searches.map((text) => (
            <button key={text} type="button" onClick={() => onTake(text)} className="flex h-7 w-full items-center gap-2 rounded-sm px-2 text-left hover:bg-hover">
              <Clock size={14} className="text-muted" />
              <span className="truncate">{text}</span>
            </button>
          ))}
        </section>
      )}
      <h3 className="pb-1 text-xs font-semibold text-muted">Beside words</h3>
      <ul className="grid grid-cols-1 gap-x-6 min-[720px]:grid-cols-2">
        {operators.map(({ name, example, words }) => (
          <li key={name}>
            <button type="button" onClick={() => onTake(name)} className="flex h-7 w-full items-center gap-2.5 rounded-sm px-2 text-left hover:bg-hover">
              <code className="w-33 shrink-0 text-xs text-ink">{example}</code>
              <span className="truncate text-xs text-muted">{words}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
