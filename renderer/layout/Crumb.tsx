import { ChevronDown } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'

/** One step of where you are, with a menu of the others. Takes the menu's props by `asChild`. */
export function Crumb({ label, before, name, ...rest }: Omit<ComponentProps<'button'>, 'name'> & { readonly label: string; readonly before?: ReactNode; readonly name: string }) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={`${label}: ${name}`}
      className="inline-flex h-7 max-w-[60%] min-w-0 items-center gap-1.5 rounded-sm px-1.5 whitespace-nowrap press hover:bg-hover data-[state=open]:bg-active"
    >
      {before}
      <b className="truncate font-medium">{name}</b>
      <ChevronDown size={12} className="-ml-0.5 text-muted opacity-55" />
    </button>
  )
}
