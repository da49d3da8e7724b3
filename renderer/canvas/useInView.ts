import { useStoreApi } from '@xyflow/react'
import { useLayoutEffect, useState } from 'react'
import { setPercent } from '../state/camera.ts'
import type { Size } from './canvasGeometry.ts'
import { spanOf } from './rowsInView.ts'
import type { RowSpan } from './rowsInView.ts'
import { shownBox } from './viewport.ts'
import { levelOf } from './zoomLevel.ts'
import type { ZoomLevel } from './zoomLevel.ts'

type InView = { readonly span: RowSpan; readonly level: ZoomLevel }

/** Which rows are in view and how much of them is drawn; changes every 8 rows, not with every move. */
export function useInView(size: Size): InView {
  const flow = useStoreApi()
  const [inView, setInView] = useState<InView>(() => look(flow.getState().transform, size))
  useLayoutEffect(() => {
    const update = (): void => {
      const { transform } = flow.getState()
      const now = look(transform, size)
      setPercent(Math.round(transform[2] * 100))
      setInView((before) => (before.level === now.level && before.span.first === now.span.first && before.span.last === now.span.last ? before : now))
    }
    update()
    return flow.subscribe((now, before) => {
      if (now.transform !== before.transform) update()
    })
  }, [flow, size])
  return inView
}

function look([x, y, zoom]: readonly [number, number, number], size: Size): InView {
  const { top, bottom } = shownBox({ x, y, zoom }, size)
  return { span: spanOf(top, bottom), level: levelOf(zoom) }
}
