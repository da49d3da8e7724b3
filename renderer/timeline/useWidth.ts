import { useEffect, useState } from 'react'

/** The width of an element in CSS pixels, as it changes; 0 before it is drawn. */
export function useWidth(ref: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0))
    if (ref.current !== null) watch.observe(ref.current)
    return () => watch.disconnect()
  }, [ref])
  return width
}
