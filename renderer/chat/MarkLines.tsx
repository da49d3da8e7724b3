import type { ItemMark } from './listMarks.ts'

/** Above an item: the day that begins there, and where the new begins. */
export const MarkLines = ({ mark: { day, isNew } }: { readonly mark: ItemMark }) => (
  <>
    {day !== null && <Line className="text-muted before:bg-subtle after:bg-subtle">{day}</Line>}
    {isNew && <Line className="text-accent-text before:bg-accent-line after:bg-accent-line">new since you left</Line>}
  </>
)

const Line = ({ children, className }: { readonly children: string; readonly className: string }) => (
  <div className={`flex h-7 items-start gap-2.5 text-xs whitespace-nowrap before:mt-2 before:h-px before:grow before:content-[''] after:mt-2 after:h-px after:grow after:content-[''] ${className}`}>{children}</div>
)

/** The day one reads in, at the top of the list while its beginning is out of sight. */
export const DayPill = ({ day }: { readonly day: string }) => (
  <div aria-hidden="true" className="pointer-events-none absolute inset-x-0 top-1.5 z-(--z-sticky) flex justify-center">
    <span className="rounded-full bg-overlay px-2.5 py-0.5 text-xs text-muted shadow-pop">{day}</span>
  </div>
)
