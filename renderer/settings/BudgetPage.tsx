import { BudgetForm } from '../layout/BudgetForm.tsx'
import { useCurrent } from '../queries/useCurrent.ts'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { tractName } from '../words/tracts.ts'
import { SettingsGroup, SettingsPage } from './SettingsPage.tsx'

export function BudgetPage() {
  const current = useCurrent()
  if (current === null) return <SkeletonRows count={3} label="The tract is on its way" />
  const { overview } = current
  return (
    <SettingsPage title="Budget" lead={<>How many tokens the context of “{tractName(overview.summary)}” should stay under. Every tract has its own.</>}>
      <SettingsGroup>
        <div className="p-3.5">
          <BudgetForm key={`${current.tract} ${overview.status.budget?.max ?? 0}`} overview={overview} onDone={() => {}} />
        </div>
      </SettingsGroup>
    </SettingsPage>
  )
}
