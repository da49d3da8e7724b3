/** Something is being written: the one mark that moves. */
export const LiveDot = () => <i aria-hidden="true" className="size-[7px] shrink-0 rounded-full bg-accent shadow-[0_0_0_3px_var(--accent-soft)] animate-live" />
