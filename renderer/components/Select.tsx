import { ChevronDown } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { cx } from './cx.ts'
import { Menu, MenuChoice } from './Menu.tsx'
import type { MenuOption } from './Menu.tsx'

type Props<T extends string> = {
  readonly label: string
  readonly value: T | ''
  readonly options: readonly MenuOption<T>[]
  readonly onChange: (value: T) => void
  /** `bare` in bars, `framed` in forms. */
  readonly look?: 'bare' | 'framed'
  readonly icon?: LucideIcon
  /** What the closed one shows; the chosen option's label if not given. */
  readonly shown?: string
  readonly side?: 'top' | 'bottom'
  readonly id?: string
}

/** One of several, closed. (A radio menu: the select of the component library injects styles, which the page's policy forbids.) */
export function Select<T extends string>({ label, value, options, onChange, look = 'bare', icon: Icon, shown, side = 'bottom', id }: Props<T>) {
  const words = shown ?? options.find((option) => option.value === value)?.label ?? value
  return (
    <Menu
      side={side}
      trigger={
        <button type="button" id={id} aria-label={`${label}: ${typeof words === 'string' ? words : value}`} className={cx('inline-flex min-w-0 items-center gap-[5px] whitespace-nowrap press', looks[look])}>
          {Icon !== undefined && <Icon size={14} />}
          <span className="truncate">{words}</span>
          <ChevronDown size={12} className={cx('opacity-55', look === 'framed' && 'ml-auto')} />
        </button>
      }
    >
      <MenuChoice value={value} options={options} onChange={onChange} />
    </Menu>
  )
}

const looks = {
  bare: 'h-6 rounded-sm px-[7px] text-xs text-soft hover:bg-hover data-[state=open]:bg-active',
  framed: 'h-(--control-h) rounded-md bg-button px-2 text-sm inset-ring inset-ring-strong shadow-button hover:bg-[color-mix(in_srgb,var(--button-bg),var(--text)_6%)]',
}
