import type { GraphSteps } from '../graph/useGraphSteps.ts'
import type { Current } from '../queries/useCurrent.ts'
import { Minimap } from './Minimap.tsx'
import { Surface } from './Surface.tsx'
import { useCanvasRows } from './useCanvasRows.ts'
import { usePlaced } from './usePlaced.ts'
import { useScene } from './useScene.ts'
import { useSize } from './useSize.ts'

/** The surface and, beside it, the strip with all of it. */
export function GraphCanvas({ graph, current }: { readonly graph: GraphSteps; readonly current: Current }) {
  const placed = usePlaced(useCanvasRows(current.tract, graph.steps, graph.failed))
  const scene = useScene(placed, graph, current)
  const [ref, size] = useSize<HTMLDivElement>()
  return (
    <div className="flex min-h-0 grow">
      <div ref={ref} className="relative min-w-0 grow overflow-hidden">
        {size !== null && <Surface scene={scene} graph={graph} size={size} tract={current.tract} />}
      </div>
      {size !== null && <Minimap picture={scene.minimap} lastLane={scene.layout.lastLane} bounds={scene.bounds} size={size} />}
    </div>
  )
}
