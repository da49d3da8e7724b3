import { cx } from './cx.ts'

/** A bar where text will stand. Pass its width as a class. */
export const Skeleton = ({ className }: { readonly className?: string }) => <i aria-hidden="true" data-skeleton className={cx('block h-2.5 rounded-[5px] bg-active', className)} />

/** Rows of a list that is still on its way. */
export function SkeletonRows({ count, label }: { readonly count: number; readonly label: string }) {
  return (
    <div role="status" aria-label={label} className="grid gap-4.5 px-3.5 py-3">
      {widths.slice(0, count).map((width, at) => (
        <Skeleton key={at} className={width} />
      ))}
    </div>
  )
}

const widths = ['w-3/5', 'w-11/12', 'w-3/4', 'w-1/2', 'w-4/5', 'w-2/3', 'w-11/12', 'w-2/5', 'w-3/4', 'w-1/2']
