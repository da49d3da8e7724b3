import type { KeyboardEvent } from 'react'

/** Arrow keys in a tree of `role="treeitem"` rows: up, down, first, last; right opens or goes in, left closes or goes out. */
export function moveInTree(event: KeyboardEvent, tree: HTMLElement | null): void {
  const rows = [...(tree?.querySelectorAll<HTMLElement>('[role="treeitem"]') ?? [])]
  const at = rows.findIndex((row) => row === event.target)
  const row = rows[at]
  if (row === undefined) return
  const next = goal(event.key, rows, at)
  if (next === null) return
  event.preventDefault()
  if (next === row) row.querySelector<HTMLElement>('[data-twist]')?.click()
  else next.focus()
}

function goal(key: string, rows: readonly HTMLElement[], at: number): HTMLElement | null {
  const row = rows[at]
  switch (key) {
    case 'ArrowDown':
      return rows[at + 1] ?? null
    case 'ArrowUp':
      return rows[at - 1] ?? null
    case 'Home':
      return rows[0] ?? null
    case 'End':
      return rows.at(-1) ?? null
    case 'ArrowRight':
      return row?.ariaExpanded === 'false' ? row : row?.ariaExpanded === 'true' ? (rows[at + 1] ?? null) : null
    case 'ArrowLeft':
      return row?.ariaExpanded === 'true' ? row : (rows.slice(0, at).findLast((above) => Number(above.ariaLevel) < Number(row?.ariaLevel)) ?? null)
    default:
      return null
  }
}
