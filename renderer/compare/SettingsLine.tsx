import { useQueries } from '@tanstack/react-query'
import type { Json } from '../../core/model/json.ts'
import { diffQuery } from '../queries/finding.ts'
import type { Current } from '../queries/useCurrent.ts'
import { letters } from './letters.ts'

/** Settings of the newest answers that differ, each branch against the first. */
export function SettingsLine({ current: { tract }, branches }: { readonly current: Current; readonly branches: readonly string[] }) {
  const [first = '', ...others] = branches
  const diffs = useQueries({ queries: others.map((branch) => diffQuery(tract, first, branch)) })
  const changes = diffs.flatMap(({ data }, nth) => (data?.config ?? []).map((change) => ({ ...change, column: letters[nth + 1] ?? '' })))
  return (
    <p className="flex min-h-9 flex-wrap items-center gap-x-5 gap-y-1 border-b border-subtle px-4 py-1 text-sm">
      <span className="text-xs font-semibold text-muted">Settings</span>
      {changes.length === 0 && <span className="text-muted">{diffs.some(({ data }) => data === undefined) ? '…' : 'no difference'}</span>}
      {changes.map(({ field, from, to, column }) => (
        <span key={column + field} className="inline-flex items-center gap-1.5">
          {others.length > 1 && <b className="text-xs text-muted">{column}</b>}
          <span className="text-soft">{names[field] ?? field}</span>
          <span className="font-mono text-xs">
            {shown(from)} <span className="text-muted">→</span> {shown(to)}
          </span>
        </span>
      ))}
    </p>
  )
}

const names: Readonly<Record<string, string>> = { topP: 'top p', maxTokens: 'max tokens', stopSequences: 'stop sequences', topK: 'top k', frequencyPenalty: 'frequency penalty', presencePenalty: 'presence penalty' }
const shown = (value: Json): string => (value === null ? '—' : typeof value === 'string' ? value : JSON.stringify(value))
