import { useQuery } from '@tanstack/react-query'
import type { LLMTask } from '../../core/model/config.ts'
import { modelName } from '../chat/modelWords.ts'
import { Select } from '../components/Select.tsx'
import { forecastQuery } from '../queries/chat.ts'
import { operationsQuery } from '../queries/settings.ts'
import type { Current } from '../queries/useCurrent.ts'
import { taskNames } from '../settings/resolutionWords.ts'
import { useOnce } from '../state/once.ts'
import { setXrayLook, setXrayTask, useXray } from '../state/xray.ts'
import type { XrayAt, XrayLook } from '../state/xray.ts'
import { AtMenu } from './AtMenu.tsx'
import { looks } from './xrayLook.ts'

/** Which context, for which kind of call, and how it is shown. */
export const XrayBar = ({ current, at, look }: { readonly current: Current; readonly at: XrayAt; readonly look: XrayLook }) => (
  <div className="flex items-center gap-0.5 px-[7px] pt-1.5 text-xs whitespace-nowrap">
    <AtMenu current={current} at={at} />
    <TaskSelect current={current} />
    <span className="grow" />
    <span className="shrink-0">
      <Select label="Shown as" value={look} options={looks} onChange={setXrayLook} />
    </span>
  </div>
)

/** Every kind of call has its own provider and settings. */
function TaskSelect({ current: { tract, branch } }: { readonly current: Current }) {
  const task = useXray((xray) => xray.task)
  const { data: forecast } = useQuery(forecastQuery(tract, branch, useOnce(tract, branch)))
  const { data: operations } = useQuery(operationsQuery(tract))
  const modelOf = (one: LLMTask): string => (one === 'chat' ? forecast && modelName(forecast) : operations?.rows.find((row) => row.task === one)?.resolved.values.model) ?? ''
  const options = (Object.keys(taskNames) as LLMTask[]).map((one) => ({ value: one, label: taskNames[one], sub: modelOf(one) }))
  return <Select label="For which kind of call" value={task} options={options} shown={`for ${taskNames[task].toLowerCase()}${modelOf(task) === '' ? '' : `, ${modelOf(task)}`}`} onChange={setXrayTask} />
}
