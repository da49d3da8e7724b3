import { useQueries } from '@tanstack/react-query'
import type { TranscriptMessage } from '../../core/model/context.ts'
import type { Json } from '../../core/model/json.ts'
import { LinkButton } from '../components/LinkButton.tsx'
import { Popover } from '../components/Popover.tsx'
import { diffQuery } from '../queries/finding.ts'
import type { Current } from '../queries/useCurrent.ts'
import { counted } from '../words/numbers.ts'
import { equalSettings } from './equalSettings.ts'
import { letters } from './letters.ts'

type Props = { readonly current: Current; readonly branches: readonly string[]; readonly columns: readonly (readonly TranscriptMessage[])[] }

/** Settings of the newest answers that differ, each branch against the first. */
export function SettingsLine({ current: { tract }, branches, columns }: Props) {
  const [first = '', ...others] = branches
  const diffs = useQueries({ queries: others.map((branch) => diffQuery(tract, first, branch)) })
  const changes = diffs.flatMap(({ data }, nth) => (data?.config ?? []).map((change) => ({ ...change, column: letters[nth + 1] ?? '' })))
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-5 gap-y-1 border-b border-subtle px-4 py-1 text-sm">
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
      <EqualSettings columns={columns} />
    </div>
  )
}

/** How many are the same; a press tells which. */
function EqualSettings({ columns }: Pick<Props, 'columns'>) {
  const equal = equalSettings(columns)
  if (equal.length === 0) return null
  return (
    <Popover align="end" label="Settings that are equal" className="w-72 p-3" trigger={<LinkButton>{counted(equal.length, 'field')} equal</LinkButton>}>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
        {equal.map(({ field, value }) => (
          <div key={field} className="contents">
            <dt className="text-soft">{names[field] ?? field}</dt>
            <dd className="truncate text-right font-mono text-xs/(--lh-md)">{value === undefined ? 'not set' : shown(value as Json)}</dd>
          </div>
        ))}
      </dl>
    </Popover>
  )
}

const names: Readonly<Record<string, string>> = { topP: 'top p', maxTokens: 'max tokens', stopSequences: 'stop sequences', topK: 'top k', frequencyPenalty: 'frequency penalty', presencePenalty: 'presence penalty' }
const shown = (value: Json): string => (value === null ? '—' : typeof value === 'string' ? value : JSON.stringify(value))
