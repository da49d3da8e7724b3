/** Puts the keyboard into the next pane on the screen, from left to right and from top to bottom; round again at the end. */
export function focusNextPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.offsetParent !== null && targetIn(pane) !== null)
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes[(at < 0 ? (step === 1 ? 0 : -1) : at + step + panes.length) % panes.length] ?? panes.at(-1)
  if (next !== undefined) targetIn(next)?.focus()
}

/** Its list, else the field one writes in, else its first control. */
function targetIn(pane: HTMLElement): HTMLElement | null {
  const list = pane.querySelector<HTMLElement>('[data-list]')
  if (list?.tabIndex === 0) return list
  return list?.querySelector<HTMLElement>('[tabindex="0"]') ?? pane.querySelector<HTMLElement>('textarea, input, button, [tabindex="0"]')
}
