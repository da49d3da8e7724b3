import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ShownFault } from './faultOf.ts'

type Props = {
  readonly fault: ShownFault
  /** A sign at the right of the first line: a countdown. Like the buttons it may change, so it isn’t part of what is told at once. */
  readonly end?: ReactNode
  /** What can be done about it. */
  readonly children?: ReactNode
}

/** What went wrong, what helps, what was lost, and the ways on. */
export function FaultCard({ fault, end, children }: Props) {
  const lost = fault.lost === 'nothing' ? 'Nothing was lost.' : `Lost: ${fault.lost}.`
  return (
    <div role="group" aria-label="What went wrong" className="grid grid-cols-1 gap-[9px] rounded-md bg-danger-soft px-3.5 py-3 text-sm inset-ring inset-ring-danger-line">
      <div className="flex items-start gap-2">
        <TriangleAlert size={15} className="mt-[2px] text-danger" />
        <div role="alert" className="grid min-w-0 grow gap-[9px] wrap-break-word">
          <b>
            {fault.message} {lost}
          </b>
          {fault.hint !== null && <p className="-ml-[23px] text-soft">{fault.hint}</p>}
        </div>
        {end}
      </div>
      {children !== undefined && <div className="flex flex-wrap items-center gap-2">{children}</div>}
    </div>
  )
}
