import { useQuery } from '@tanstack/react-query'
import { modelName } from '../chat/modelWords.ts'
import { Select } from '../components/Select.tsx'
import { forecastQuery } from '../queries/chat.ts'
import type { Current } from '../queries/useCurrent.ts'
import { useOnce } from '../state/once.ts'
import { looks, setXrayLook } from './xrayLook.ts'
import type { XrayLook } from './xrayLook.ts'

/** For whom it would be sent, and how it is shown. */
export function XrayBar({ current: { tract, branch }, look }: { readonly current: Current; readonly look: XrayLook }) {
  const once = useOnce(tract, branch)
  const { data: forecast } = useQuery(forecastQuery(tract, branch, once))
  return (
    <div className="flex items-center gap-2 pt-1.5 pr-2 pl-3.5 text-xs whitespace-nowrap text-soft">
      <span className="min-w-0 grow truncate" title={forecast && modelName(forecast)}>
        {forecast && `for chat, ${modelName(forecast)}`}
      </span>
      <span className="shrink-0">
        <Select label="Shown as" value={look} options={looks} onChange={setXrayLook} />
      </span>
    </div>
  )
}
