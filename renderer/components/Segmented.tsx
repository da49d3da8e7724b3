import type { LucideIcon } from 'lucide-react'
import { cx } from './cx.ts'

type Option<T extends string> = { readonly value: T; readonly label: string; readonly icon?: LucideIcon; /** What may be dropped on it (`data-drop`). */ readonly drop?: string }
type Props<T extends string> = { readonly label: string; /** One that is none of the options: nothing is chosen. */ readonly value: T | ''; readonly options: readonly Option<T>[]; readonly onChange: (value: T) => void; readonly small?: boolean }

/** Two to five words of which one holds. */
export function Segmented<T extends string>({ label, value, options, onChange, small = false }: Props<T>) {
  return (
    <div role="radiogroup" aria-label={label} className={cx('inline-flex shrink-0 gap-px bg-active p-0.5', small ? 'rounded-[6px]' : 'rounded-md')}>
      {options.map(({ value: own, label: words, icon: Icon, drop }) => (
        <button
          key={own}
          type="button"
          role="radio"
          data-drop={drop}
          aria-checked={own === value}
          tabIndex={own === value || (value === '' && own === options[0]?.value) ? 0 : -1}
          onClick={() => onChange(own)}
          onKeyDown={(event) => {
            const next = neighbour(options, own, event.key)
            if (next === null) return
            event.preventDefault()
            onChange(next.value)
            ;(event.currentTarget.parentElement?.children[options.indexOf(next)] as HTMLElement | undefined)?.focus()
          }}
          className={cx('inline-flex items-center gap-1.5 rounded-sm whitespace-nowrap press', small ? "relative h-5 px-2 text-xs before:absolute before:inset-x-0 before:-inset-y-0.5 before:content-['']" : 'h-6 px-2.5 text-sm', own === value ? chosen : 'text-soft hover:text-ink')}
        >
          {Icon !== undefined && <Icon size={14} />}
          {words}
        </button>
      ))}
    </div>
  )
}

const chosen = 'bg-thumb text-ink font-medium shadow-[var(--shadow-1),0_0_0_1px_var(--border-subtle)]'

function neighbour<T extends string>(options: readonly Option<T>[], own: T, key: string): Option<T> | null {
  const step = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 0
  if (step === 0) return null
  const at = options.findIndex((option) => option.value === own)
  return options[(at + step + options.length) % options.length] ?? null
}
