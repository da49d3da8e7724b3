import { KeyHints } from '../commands/KeyHints.tsx'
import { ReactFlowProvider } from '@xyflow/react'
import { GitFork } from 'lucide-react'
import { focusPane } from '../commands/focus.ts'
import { Button } from '../components/Button.tsx'
import { Pane, PaneHead } from '../components/Pane.tsx'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { FaultCard } from '../faults/FaultCard.tsx'
import { faultOf } from '../faults/faultOf.ts'
import { HitsLine } from '../graph/HitsLine.tsx'
import { useGraphSteps } from '../graph/useGraphSteps.ts'
import type { GraphSteps } from '../graph/useGraphSteps.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { showTalk } from '../state/view.ts'
import { counted } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { LookingStrip } from '../chat/LookingStrip.tsx'
import { CanvasEmpty } from './CanvasEmpty.tsx'
import { CanvasTools } from './CanvasTools.tsx'
import { GraphCanvas } from './GraphCanvas.tsx'

/** The whole history of a tract, with the shape of its branches. */
export function CanvasPane() {
  const current = useCurrent()
  return (
    <Pane name="canvas" label="Graph">
      {current === null ? <PaneHead title="Graph" lens={GitFork} /> : <Canvas key={current.tract} current={current} />}
      <KeyHints pane="canvas" />
    </Pane>
  )
}

function Canvas({ current }: { readonly current: Current }) {
  const graph = useGraphSteps(current)
  const isEmpty = graph.steps.length === 0
  return (
    <>
      <PaneHead title="Graph" lens={GitFork} sub={graph.isLoading ? undefined : <Shape graph={graph} current={current} />}>
        {!isEmpty && <CanvasTools />}
      </PaneHead>
      <LookingStrip current={current} />
      <HitsLine tract={current.tract} />
      <Button size="sm" className="absolute top-11 left-3 z-(--z-sticky) not-focus:sr-only" onClick={goToList}>Use the list view</Button>
      {graph.isLoading && <SkeletonRows count={10} label="The history is being read" />}
      {graph.error !== null && isEmpty && <div className="p-4"><FaultCard fault={faultOf(graph.error)} /></div>}
      {!graph.isLoading && graph.error === null && isEmpty && <CanvasEmpty isAnswering={graph.tail !== null} />}
      {!isEmpty && (
        <ReactFlowProvider>
          <GraphCanvas graph={graph} current={current} />
        </ReactFlowProvider>
      )}
    </>
  )
}

/** "31 steps in 2 branches, newest below". */
function Shape({ graph: { steps, hasMore }, current: { overview } }: { readonly graph: GraphSteps; readonly current: Current }) {
  const words = useWords()
  const count = counted(steps.filter(({ isMerge }) => !isMerge).length, words.step, words.steps)
  if (steps.length === 0) return `no ${words.steps} yet`
  return `${hasMore ? `last ${count}` : count} in ${counted(overview.branches.length, 'branch', 'branches')}, newest below`
}

function goToList(): void {
  showTalk()
  focusPane('rail')
}
