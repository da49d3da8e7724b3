import { Fragment } from 'react'
import type { ReactNode } from 'react'

export type KeyValue = readonly [name: string, value: ReactNode]

/** Facts in two columns, the values at the right edge. */
export const KeyValues = ({ rows }: { readonly rows: readonly KeyValue[] }) => (
  <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3.5 gap-y-1.5 text-xs text-muted">
    {rows.map(([name, value]) => (
      <Fragment key={name}>
        <dt>{name}</dt>
        <dd className="text-right wrap-break-word text-ink">{value}</dd>
      </Fragment>
    ))}
  </dl>
)
