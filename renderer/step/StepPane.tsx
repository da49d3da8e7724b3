import { useQuery } from '@tanstack/react-query'
import { Ellipsis, GitCommitHorizontal, PanelRight } from 'lucide-react'
import { CommandIconButton } from '../commands/CommandButtons.tsx'
import { useCommand } from '../commands/useCommand.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { IconButton } from '../components/IconButton.tsx'
import { Menu } from '../components/Menu.tsx'
import { Pane, PaneHead } from '../components/Pane.tsx'
import { roleIcon } from '../components/roleIcon.ts'
import { SkeletonRows } from '../components/Skeleton.tsx'
import type { MessageId } from '../../core/model/ids.ts'
import { FaultCard } from '../faults/FaultCard.tsx'
import { faultOf } from '../faults/faultOf.ts'
import { StepItems } from '../menus/StepItems.tsx'
import { stepQuery } from '../queries/history.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { useSelection } from '../state/selection.ts'
import { useWords } from '../words/words.ts'
import { MergeDetails } from './MergeDetails.tsx'
import { StepDetails } from './StepDetails.tsx'
import type { StepPlace } from './stepPlace.ts'
import { useStepPlace } from './useStepPlace.ts'

/** Everything about the focused step: its text and versions, what the model sees of it, how it was made, what has to do with it. */
export function StepPane() {
  const current = useCurrent()
  const focused = useSelection((selection) => selection.focused)
  return (
    <Pane name="step" label="Step">
      {current === null || focused === null ? <NoStep /> : <Step current={current} focused={focused} />}
    </Pane>
  )
}

function Step({ current, focused }: { readonly current: Current; readonly focused: MessageId }) {
  const place = useStepPlace(current, focused)
  return (
    <>
      <Head step={focused} place={place} />
      <div role="group" aria-label="Details" data-list="steps" tabIndex={0} className="min-h-0 grow overflow-y-auto focus-visible:-outline-offset-2">
        {place === null ? <SkeletonRows count={6} label="The step is being read" /> : <Body key={place.hash} current={current} place={place} />}
      </div>
    </>
  )
}

function Head({ step, place }: { readonly step: MessageId; readonly place: StepPlace | null }) {
  const words = useWords()
  const close = useCommand('view.step')
  const row = place?.row ?? null
  return (
    <PaneHead title={words.Step} lens={row === null || row.isMerge ? GitCommitHorizontal : roleIcon(row.role, row.contentType)}>
      <CommandIconButton id="step.parent" box={24} />
      <CommandIconButton id="step.child" box={24} />
      <Menu align="end" trigger={<IconButton label="More for this step" icon={Ellipsis} box={24} />}>
        <StepItems step={step} />
      </Menu>
      <IconButton label="Close the step’s details" icon={PanelRight} box={24} onClick={close.run} />
    </PaneHead>
  )
}

function Body({ current, place }: { readonly current: Current; readonly place: StepPlace }) {
  const { data: view, error } = useQuery(stepQuery(current.tract, current.at === null ? place.branch : null, place.hash))
  if (error) return <div className="p-3.5"><FaultCard fault={faultOf(error)} /></div>
  if (view === undefined) return <SkeletonRows count={6} label="The step is being read" />
  return (
    <div className="grid grid-cols-1 content-start gap-3.5 p-3.5">
      {view.message === null ? <MergeDetails current={current} place={place} view={view} /> : <StepDetails current={current} place={place} view={view} message={view.message} />}
    </div>
  )
}

function NoStep() {
  const words = useWords()
  const close = useCommand('view.step')
  return (
    <>
      <PaneHead title={words.Step} lens={GitCommitHorizontal}>
        <IconButton label="Close the step’s details" icon={PanelRight} box={24} onClick={close.run} />
      </PaneHead>
      <EmptyState icon={GitCommitHorizontal} title={`No ${words.step} is chosen`}>
        Choose one in the graph, the chat or the X-ray: here stand its text and versions, whether the model sees it and why, how it was made and what it cost.
      </EmptyState>
    </>
  )
}
