import { GitBranch } from 'lucide-react'
import type { MessageId } from '../../core/model/ids.ts'
import { CommandItem } from '../commands/CommandButtons.tsx'
import type { CommandId } from '../commands/registry.ts'
import { openBranch } from '../commands/switchTo.ts'
import { MenuItem, MenuLine } from '../components/Menu.tsx'
import { useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { useSelection } from '../state/selection.ts'
import { useStepPlace } from '../step/useStepPlace.ts'
import { useWords } from '../words/words.ts'

type Props = { readonly step: MessageId }

/** Everything that can be done with a step, in the same order in every pane. What can't be done now stays, and says why. */
export function StepItems({ step }: Props) {
  const current = useCurrent()
  return current === null ? null : <Items current={current} step={step} />
}

function Items({ current, step }: Props & { readonly current: Current }) {
  const place = useStepPlace(current, step)
  const isMerge = place?.row?.isMerge === true
  const isSummary = place?.row?.contentType === 'summary'
  const isOneOfMany = useSelection(({ chosen }) => chosen.size > 1 && chosen.has(step)) // then it is done to all of them
  const groups = isMerge ? ofMerge : isSummary ? ofSummary : ofStep
  return (
    <>
      <OpenBranches current={current} names={branchesAt(place?.isOwn === false ? [place.branch] : [], place?.row?.branches ?? [], current.branch)} />
      {groups.map((ids, at) => (
        <div key={ids[0]} role="group">
          {at > 0 && <MenuLine />}
          {ids.filter((id) => id !== 'head.return' || current.at !== null).map((id) => (
            <CommandItem key={id} id={id} {...(!(isOneOfMany && forMany.has(id)) && { message: step })} />
          ))}
        </div>
      ))}
    </>
  )
}

const ofStep: readonly (readonly CommandId[])[] = [
  ['step.details', 'step.peek', 'xray.why', 'step.info'],
  ['step.pin', 'step.hide', 'step.normal'],
  ['step.edit', 'step.editBranch', 'step.branch', 'step.retry', 'step.retryWith', 'step.tryWays'],
  ['step.copy', 'step.quote', 'step.copyLink', 'step.copyHash'],
  ['step.compress', 'step.take', 'step.compare', 'step.bookmark', 'step.goTo', 'head.return', 'step.reset'],
  ['step.erase'],
]
/** What only a summary can do stands first with it, and nowhere else. */
const ofSummary: readonly (readonly CommandId[])[] = [['summary.expand', 'summary.diff', 'summary.again', 'summary.restore', 'summary.undo'], ...ofStep]
const ofMerge: readonly (readonly CommandId[])[] = [['step.details', 'step.peek', 'step.copyHash']]
/** What the selection bar does, too. */
const forMany: ReadonlySet<CommandId> = new Set<CommandId>(['step.pin', 'step.hide', 'step.normal', 'step.compress', 'step.take'])

const branchesAt = (holding: readonly string[], ending: readonly string[], open: string): readonly string[] => [...new Set([...holding, ...ending])].filter((name) => name !== open)

function OpenBranches({ current, names }: { readonly current: Current; readonly names: readonly string[] }) {
  const words = useWords()
  if (names.length === 0) return null
  return (
    <>
      {names.map((name) => (
        <MenuItem key={name} icon={GitBranch} onSelect={() => void openBranch(current.tract, name)}>
          {`${words.openBranch} ${name}`}
        </MenuItem>
      ))}
      <MenuLine />
    </>
  )
}
