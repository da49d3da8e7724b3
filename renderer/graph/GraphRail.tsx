import { KeyHints } from '../commands/KeyHints.tsx'
import { GitFork } from 'lucide-react'
import { IconButton } from '../components/IconButton.tsx'
import { Pane, PaneHead } from '../components/Pane.tsx'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { focusPane } from '../commands/focus.ts'
import { CommandIconButton } from '../commands/CommandButtons.tsx'
import { openFold } from '../state/folds.ts'
import { togglePane } from '../state/layout.ts'
import { focusMessage, useSelection } from '../state/selection.ts'
import { counted } from '../words/numbers.ts'
import { HitsLine } from './HitsLine.tsx'
import { PaneMenu } from '../layout/PaneMenu.tsx'
import { useWords } from '../words/words.ts'
import { RailEmpty } from './RailEmpty.tsx'
import { RailView } from './RailView.tsx'
import { useRailData } from './useRailData.ts'

/** The history of a tract, all branches, beside the chat. `strip`: 44 px of marks for small windows. */
export function GraphRail({ strip }: { readonly strip: boolean }) {
  const current = useCurrent()
  return (
    <Pane name="rail" label="Graph">
      {current === null ? strip ? <StripHead /> : <PaneHead title="Graph" /> : <Rail key={current.tract} current={current} strip={strip} />}
      {!strip && <KeyHints pane="rail" />}
    </Pane>
  )
}

const railItems = ['graph.fold', 'view.rail'] as const

function Rail({ current, strip }: { readonly current: Current; readonly strip: boolean }) {
  const words = useWords()
  const { isLoading, hasMore, ...data } = useRailData(current)
  const selected = useSelection((selection) => selection.focused)
  const chosen = useSelection((selection) => selection.chosen)
  const isEmpty = !isLoading && data.rows.length === 0
  const steps = data.rows.reduce((sum, { fold, isMerge }) => sum + (isMerge ? 0 : (fold?.count ?? 1)), 0)
  const count = steps === 0 ? `no ${words.steps} yet` : counted(steps, words.step, words.steps)
  return (
    <>
      {strip ? <StripHead /> : <PaneHead title="Graph" sub={isLoading ? undefined : hasMore ? `last ${count}` : count}>{!isEmpty && <CommandIconButton id="graph.fold" box={24} />}<PaneMenu pane="graph" own={railItems} /></PaneHead>}
      {!strip && <HitsLine tract={current.tract} />}
      {isLoading && !strip && <SkeletonRows count={6} label="The history is being read" />}
      {isEmpty && !strip && <RailEmpty isAnswering={data.tail !== null} />}
      {data.rows.length > 0 && (
        <RailView
          {...data}
          isStrip={strip}
          selected={selected}
          chosen={chosen}
          onSelect={(row) => focusMessage(row.messageId, 'rail')}
          onOpen={(row) => {
            focusMessage(row.messageId, 'rail')
            focusPane('chat')
          }}
          onOpenFold={({ oldest }) => openFold(oldest)}
        />
      )}
    </>
  )
}

const StripHead = () => (
  <header className="grid h-(--pane-head-h) shrink-0 place-items-center border-b border-subtle">
    <IconButton label="Open the graph" icon={GitFork} box={24} onClick={() => togglePane('rail')} />
  </header>
)
