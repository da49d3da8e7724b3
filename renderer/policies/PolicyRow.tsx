import { useQuery } from '@tanstack/react-query'
import type { TractId } from '../../core/model/ids.ts'
import type { BuiltInPolicy, KeptPolicy } from '../../core/model/policy.ts'
import type { PoliciesState } from '../../main/contract/policies.ts'
import { Toggle } from '../components/Toggle.tsx'
import { attempt } from '../faults/attempt.ts'
import { configurePolicies, trialQuery } from '../queries/policies.ts'
import { SavedField } from '../settings/SavedField.tsx'
import { SettingsRow } from '../settings/SettingsPage.tsx'
import { counted } from '../words/numbers.ts'
import { keptOf, valueOf, whyNotValue, withPolicy, withValue } from './policyRows.ts'

type Props = { readonly kind: BuiltInPolicy; readonly tract: TractId; readonly branch: string | null; readonly state: PoliciesState }

/** One policy: on or off, the number it turns on, and how often it would have acted on this branch so far. */
export function PolicyRow({ kind, tract, branch, state }: Props) {
  const kept = keptOf(state.policies, kind)
  const { title, help, unit } = texts[kind]
  const save = (changed: KeptPolicy): Promise<unknown> => configurePolicies(tract, { policies: withPolicy(state.policies, changed) })
  const { settings } = kept
  if (settings === null) return null
  return (
    <SettingsRow label={title} htmlFor={`policy-${kind}`} help={<>{help} <Trial tract={tract} branch={branch} policy={kept} /></>}>
      <span className="flex shrink-0 items-center gap-2.5">
        <span className={kind === 'pin' ? 'w-52' : 'w-32'}>
          <SavedField id={`policy-${kind}-value`} value={valueOf(settings)} mono={kind === 'pin'} whyNot={(typed) => whyNotValue(settings, typed)} onSave={(typed) => save({ ...kept, settings: withValue(settings, typed) })} />
        </span>
        <span className="w-14 text-sm text-muted">{unit}</span>
        <Toggle id={`policy-${kind}`} label={title} checked={kept.isOn} onChange={(isOn) => void attempt(() => save({ ...kept, isOn }))} />
      </span>
    </SettingsRow>
  )
}

function Trial({ tract, branch, policy }: { readonly tract: TractId; readonly branch: string | null; readonly policy: KeptPolicy }) {
  const { data } = useQuery({ ...trialQuery(tract, branch ?? '', policy), enabled: branch !== null })
  if (data === undefined || branch === null) return null
  return <span className="text-soft">{data.length === 0 ? `On ${branch} it would not have acted so far.` : `On ${branch} it would have acted ${counted(data.length, 'time', 'times')} so far.`}</span>
}

const texts: { readonly [Kind in BuiltInPolicy]: { readonly title: string; readonly help: string; readonly unit: string } } = {
  compress: { title: 'Summarise when it gets tight', help: 'When the context takes this share of the budget, older messages are summarised. The newest ones stay word by word.', unit: '% full' },
  pin: { title: 'Keep what matters', help: 'A message in which one of these words stands is kept always. A bar stands between words; patterns work too.', unit: '' },
  branch: { title: 'Branch when the talk drifts', help: 'When the kind of message changes this often within a few messages, a branch is started.', unit: 'changes' },
  archive: { title: 'Put old branches aside', help: 'A branch that nobody used for this long gets “archive/” before its name.', unit: 'days' },
}
