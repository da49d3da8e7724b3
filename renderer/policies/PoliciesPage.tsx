import { TriangleAlert } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import type { Autonomy } from '../../core/model/autonomy.ts'
import { Banner } from '../components/Banner.tsx'
import { Segmented } from '../components/Segmented.tsx'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { attempt } from '../faults/attempt.ts'
import { configurePolicies, policiesQuery } from '../queries/policies.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import { SettingsGroup, SettingsPage, SettingsRow } from '../settings/SettingsPage.tsx'
import { tractName } from '../words/tracts.ts'
import { PolicyRow } from './PolicyRow.tsx'
import { kinds } from './policyRows.ts'

/** Rules that look after every act, and how much of it they do without asking. */
export function PoliciesPage() {
  const current = useCurrent()
  const tract = current?.tract
  const { data, error } = useQuery({ ...policiesQuery(tract ?? ('' as never)), enabled: tract !== undefined })
  if (error) return <div className="p-10"><Banner tone="danger" icon={TriangleAlert}>The policies could not be read.</Banner></div>
  if (current === null || data === undefined) return <SkeletonRows count={5} label="The policies are on their way" />
  const level = data.autonomy ?? 'collaborative'
  return (
    <SettingsPage title="Policies" lead={<>They look at “{tractName(current.overview.summary)}” after everything that is done, and say what should be done next. Every tract has its own.</>}>
      <SettingsGroup>
        <SettingsRow label="What runs by itself" help={levelWords[level]}>
          <Segmented label="What runs by itself" value={level} options={levels} onChange={(autonomy) => void attempt(() => configurePolicies(current.tract, { autonomy }))} />
        </SettingsRow>
      </SettingsGroup>
      <SettingsGroup>
        {kinds.map((kind) => <PolicyRow key={kind} kind={kind} tract={current.tract} branch={current.branch} state={data} />)}
      </SettingsGroup>
      {data.policies.some(({ settings }) => settings === null) && (
        <p className="text-sm text-muted">Also named in this file: {data.policies.filter(({ settings }) => settings === null).map(({ name }) => name).join(', ')}. These are code of a program, and look only while it runs.</p>
      )}
    </SettingsPage>
  )
}

const levels: readonly { readonly value: Autonomy; readonly label: string }[] = [
  { value: 'manual', label: 'Nothing' },
  { value: 'collaborative', label: 'Marks and names' },
  { value: 'autonomous', label: 'All but deleting' },
]
const levelWords: { readonly [Level in Autonomy]: string } = {
  manual: 'You are asked about everything. What waits stands in Review.',
  collaborative: 'Keeping, hiding and naming is done at once. You are asked before anything is summarised, corrected or moved.',
  autonomous: 'Everything that undo can take back is done at once. Deleting for good is never done by itself.',
}
