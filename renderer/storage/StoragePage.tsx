import { useQuery } from '@tanstack/react-query'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { FaultCard } from '../faults/FaultCard.tsx'
import { faultOf } from '../faults/faultOf.ts'
import { storageQuery } from '../queries/storage.ts'
import { useCurrentTract } from '../queries/useCurrent.ts'
import { SettingsPage } from '../settings/SettingsPage.tsx'
import { CleanUpSection } from './CleanUpSection.tsx'
import { FileCheck } from './FileCheck.tsx'
import { SizeSection } from './SizeSection.tsx'
import { TrashSection } from './TrashSection.tsx'

/** How large the file is, what nobody needs any more, and whether it is sound. */
export function StoragePage() {
  const tract = useCurrentTract()
  const { data: facts, error } = useQuery(storageQuery())
  return (
    <SettingsPage title="Storage and clean-up" lead="What this file holds, and what nobody needs any more. Nothing goes by itself.">
      {error !== null && <FaultCard fault={faultOf(error)} />}
      {facts === undefined && error === null && <SkeletonRows count={3} label="The file is being measured" />}
      {facts !== undefined && <SizeSection facts={facts} />}
      {tract !== null && <CleanUpSection tract={tract} />}
      {facts !== undefined && <TrashSection trash={facts.trash} />}
      <FileCheck />
    </SettingsPage>
  )
}
