import { Paperclip } from 'lucide-react'
import { useEffect } from 'react'
import { useFileDrop } from '../chat/useFileDrop.ts'
import { focusComposer } from '../commands/focus.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { useView } from '../state/view.ts'

/** Text files dropped on a layout that has no composer go with the next message all the same; the composer comes up with them. */
export function FileDrop() {
  const current = useCurrent()
  const isElsewhere = useView(({ page }) => page.kind !== 'talk' && page.kind !== 'settings')
  return current === null || !isElsewhere ? null : <Take current={current} />
}

function Take({ current }: { readonly current: Current }) {
  const isOver = useFileDrop(current)
  useEffect(() => {
    const dropped = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') === true) focusComposer()
    }
    window.addEventListener('drop', dropped)
    return () => window.removeEventListener('drop', dropped)
  }, [])
  if (!isOver) return null
  return (
    <p role="status" className="pointer-events-none fixed inset-x-0 bottom-16 z-(--z-drag) mx-auto inline-flex w-fit items-center gap-1.5 rounded-md bg-accent-solid px-3 py-1.5 text-sm font-medium text-on-solid shadow-pop">
      <Paperclip size={14} /> Attach to the next message on {current.branch}
    </p>
  )
}
