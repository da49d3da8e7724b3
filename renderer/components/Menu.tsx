import { Check } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { ariaKeys } from '../commands/keys.ts'
import { cx } from './cx.ts'
import { Keys } from './Keys.tsx'
import { usePortalRoot } from './PortalRoot.ts'

type MenuProps = {
  /** The one button that opens it. */
  readonly trigger: ReactNode
  readonly children: ReactNode
  readonly align?: 'start' | 'end'
  readonly side?: 'top' | 'bottom'
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  /** What gets the keyboard back where the trigger can't, unless what was chosen has given it to something else. */
  readonly returnTo?: HTMLElement | null
}

/** A drop-down list of actions. Not modal: a modal one would inject styles, which the page's policy forbids. */
export function Menu({ trigger, children, align = 'start', side = 'bottom', returnTo, ...opening }: MenuProps) {
  const container = usePortalRoot()
  return (
    <Radix.Root modal={false} {...opening}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={container}>
        <Radix.Content align={align} side={side} sideOffset={4} collisionPadding={8} className={panel} {...(returnTo !== undefined && { onCloseAutoFocus: (event) => giveBack(event, returnTo) })}>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function giveBack(event: Event, to: HTMLElement | null): void {
  event.preventDefault()
  if (document.activeElement === document.body && to?.isConnected === true) to.focus({ preventScroll: true })
}

export type MenuItemProps = {
  readonly icon?: LucideIcon | undefined
  readonly children: ReactNode
  /** Quiet words after the name. */
  readonly sub?: ReactNode
  readonly end?: ReactNode
  readonly keys?: string | undefined
  readonly off?: string | null | undefined
  readonly danger?: boolean
  readonly onSelect: () => void
}

export function MenuItem({ icon: Icon, children, sub, end, keys, off = null, danger = false, onSelect }: MenuItemProps) {
  return (
    <Radix.Item className={cx(row, danger && 'text-danger')} disabled={off !== null} onSelect={onSelect} title={off ?? undefined} aria-keyshortcuts={keys === undefined ? undefined : ariaKeys(keys)}>
      {Icon === undefined ? <i className="w-3.5 shrink-0" /> : <Icon size={14} className="text-muted" />}
      <span className="max-w-full shrink-0 truncate">{children}</span>
      {(sub ?? off) !== undefined && (sub ?? off) !== null && <span className="min-w-0 truncate text-xs text-muted">{off ?? sub}</span>}
      <span className="grow" />
      {end}
      {keys !== undefined && <Keys keys={keys} />}
    </Radix.Item>
  )
}

/** One of several, the chosen one ticked. */
export function MenuChoice<T extends string>({ value, options, onChange }: { readonly value: T | ''; readonly options: readonly MenuOption<T>[]; readonly onChange: (value: T) => void }) {
  return (
    <Radix.RadioGroup value={value} onValueChange={(next) => onChange(next as T)}>
      {options.map((option) => (
        <Radix.RadioItem key={option.value} value={option.value} className={row} disabled={option.off !== undefined && option.off !== null} title={option.off ?? undefined}>
          <span className="grid w-3.5 shrink-0 place-items-center">
            <Radix.ItemIndicator>
              <Check size={14} className="text-accent-text" />
            </Radix.ItemIndicator>
          </span>
          <span className="truncate">{option.label}</span>
          {option.sub !== undefined && <span className="truncate text-xs text-muted">{option.sub}</span>}
          <span className="grow" />
          {option.end}
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  )
}
export type MenuOption<T extends string> = { readonly value: T; readonly label: ReactNode; readonly sub?: ReactNode; readonly end?: ReactNode; readonly off?: string | null }

/** On or off; the menu stays open, for what is chosen next. */
export const MenuCheck = ({ checked, onChange, children, sub }: { readonly checked: boolean; readonly onChange: (checked: boolean) => void; readonly children: ReactNode; readonly sub?: ReactNode }) => (
  <Radix.CheckboxItem className={row} checked={checked} onCheckedChange={onChange} onSelect={(event) => event.preventDefault()}>
    <span className={cx('grid size-3.5 shrink-0 place-items-center rounded-[3px] inset-ring', checked ? 'bg-accent-solid text-on-solid inset-ring-transparent' : 'inset-ring-field')}>{checked && <Check size={12} />}</span>
    <span className="truncate">{children}</span>
    {sub !== undefined && <span className="truncate text-xs text-muted">{sub}</span>}
  </Radix.CheckboxItem>
)

export const MenuLabel = ({ children }: { readonly children: ReactNode }) => <Radix.Label className="px-2 pt-1.5 pb-1 text-xs font-semibold text-muted">{children}</Radix.Label>
export const MenuLine = () => <Radix.Separator className="mx-1 my-1 h-px bg-subtle" />

export const panel = 'z-(--z-popover) min-w-44 max-w-96 max-h-(--radix-dropdown-menu-content-available-height) overflow-y-auto rounded-lg bg-overlay p-1 shadow-pop text-sm animate-appear fades-below select-none'
const row = 'flex h-(--row-h) items-center gap-2 rounded-sm px-2 outline-none data-highlighted:bg-active data-disabled:text-disabled'
