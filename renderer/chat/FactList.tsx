import { cx } from '../components/cx.ts'

export type Fact = { readonly name: string; readonly value: string; /** Quiet words after it. */ readonly note?: string | null | undefined; /** Struck through: it was not used. */ readonly isOff?: boolean }

/** Names and values in two columns. */
export const FactList = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl className="grid grid-cols-[116px_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
    {facts.map(({ name, value, note = null, isOff = false }) => (
      <div key={name} className="col-span-2 grid grid-cols-subgrid items-baseline">
        <dt className="text-muted">{name}</dt>
        <dd className="min-w-0 break-words">
          <span className={cx('font-mono text-xs', isOff && 'line-through')}>{value}</span>
          {note !== null && <span className="ml-2 text-xs text-muted">{note}</span>}
        </dd>
      </div>
    ))}
  </dl>
)
