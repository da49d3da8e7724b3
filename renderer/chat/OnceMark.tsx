import { X } from 'lucide-react'
import { IconButton } from '../components/IconButton.tsx'

/** Beside a chip that is set for the next message alone: takes that back. */
export const OnceMark = ({ label, onClear }: { readonly label: string; readonly onClear: () => void }) => (
  <IconButton label={label} icon={X} box={24} iconSize={12} className="-ml-0.5 text-accent-text" onClick={onClear} />
)

/** The look of a bare chip in the composer's foot; marked while it holds for one message only. */
export const chipLook = (isOnce: boolean): string =>
  `inline-flex h-6 min-w-10 items-center gap-[5px] rounded-sm px-[7px] text-xs whitespace-nowrap press data-[state=open]:bg-active ${isOnce ? 'bg-selected font-medium text-accent-text' : 'text-soft hover:bg-hover'}`
