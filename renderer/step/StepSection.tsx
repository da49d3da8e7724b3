import type { ReactNode } from 'react'

/** One part of what is told of a step, under its name. */
export const StepSection = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section aria-label={title} className="grid grid-cols-1 gap-[7px]">
    <h3 className="text-xs font-semibold text-soft">{title}</h3>
    {children}
  </section>
)
