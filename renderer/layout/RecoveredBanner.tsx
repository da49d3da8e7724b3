import { useQuery } from '@tanstack/react-query'
import { Contrast, X } from 'lucide-react'
import type { TractId } from '../../core/model/ids.ts'
import { Strip } from '../components/Banner.tsx'
import { IconButton } from '../components/IconButton.tsx'
import { chatStateQuery } from '../queries/chat.ts'
import { useCurrentTract } from '../queries/useCurrent.ts'
import { draftsFoundOf, recoveredSeen, useRecovered } from '../state/recovered.ts'
import { counted } from '../words/numbers.ts'

/** After a crash: what was saved of it. Goes when it was closed, or when every unfinished answer was decided on. */
export function RecoveredBanner() {
  const tract = useCurrentTract()
  return tract === null ? null : <Recovered tract={tract} />
}

function Recovered({ tract }: { readonly tract: TractId }) {
  const seen = useRecovered((recovered) => recovered.seen)
  const { data: chat } = useQuery(chatStateQuery(tract))
  const crashed = (chat?.partials ?? []).filter(({ id, cause }) => cause === 'crash' && !seen.includes(id))
  if (crashed.length === 0) return null
  const drafts = draftsFoundOf(tract)
  const restored = [...(drafts > 0 ? [counted(drafts, 'unsent draft')] : []), counted(crashed.length, 'partial answer')]
  return (
    <Strip tone="warning" icon={Contrast} action={<IconButton label="Close" icon={X} box={24} iconSize={14} onClick={() => recoveredSeen(crashed.map(({ id }) => id))} />}>
      The app ended without warning. Restored: {restored.join(', ')}.
    </Strip>
  )
}
