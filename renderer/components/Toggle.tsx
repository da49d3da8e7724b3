import { Switch as Radix } from 'radix-ui'

/** On or off, at once. */
export function Toggle({ label, checked, onChange, id }: { readonly label: string; readonly checked: boolean; readonly onChange: (checked: boolean) => void; readonly id?: string }) {
  return (
    <Radix.Root
      {...(id !== undefined && { id })}
      aria-label={label}
      checked={checked}
      onCheckedChange={onChange}
      className="relative h-[18px] w-8 before:absolute before:-inset-[3px] before:content-[''] shrink-0 rounded-full bg-field press data-[state=checked]:bg-accent-solid"
    >
      <Radix.Thumb className="block size-3.5 translate-x-0.5 rounded-full bg-on-solid transition-transform duration-(--dur-1) data-[state=checked]:translate-x-4" />
    </Radix.Root>
  )
}
