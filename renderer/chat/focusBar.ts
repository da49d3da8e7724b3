/** The bar left of the message that has the focus. */
export const focusBar = "before:absolute before:inset-y-0.5 before:-left-3.5 before:w-0.5 before:rounded-[2px] before:bg-accent before:content-['']"
