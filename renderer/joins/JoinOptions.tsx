import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { JoinAct, JoinPreview } from '../../main/contract/joins.ts'
import { freeName } from '../commands/branchNames.ts'
import { Segmented } from '../components/Segmented.tsx'
import { Select } from '../components/Select.tsx'
import { Toggle } from '../components/Toggle.tsx'
import { tagsQuery } from '../queries/branches.ts'
import type { Current } from '../queries/useCurrent.ts'
import { assertNever } from '../state/assertNever.ts'
import { useWords } from '../words/words.ts'

type Props<Act extends JoinAct = JoinAct> = { readonly act: Act; readonly preview: JoinPreview | undefined; readonly current: Current; readonly onChange: (act: JoinAct) => void; /** A model drafts the decisions. */ readonly asksModel: boolean; readonly onAsksModel: (asks: boolean) => void }

/** What can be chosen about an act before it is done. */
export function JoinOptions({ act, ...rest }: Props) {
  switch (act.kind) {
    case 'merge':
      return <MergeChoices act={act} {...rest} />
    case 'rebase':
      return <RebaseChoices act={act} {...rest} />
    case 'pick':
      return <PickChoices act={act} {...rest} />
    case 'reset':
      return <ResetChoices act={act} {...rest} />
    default:
      return assertNever(act)
  }
}

type Of<Kind extends JoinAct['kind']> = Extract<JoinAct, { kind: Kind }>
type Strategy = 'auto' | 'ours' | 'theirs'

function MergeChoices({ act, current: { branch, overview }, asksModel, onChange, onAsksModel }: Props<Of<'merge'>>) {
  const words = useWords()
  const drop = words.dropBranch.replace('{branch}', act.from)
  const others = overview.branches.filter(({ name, commit }) => name !== branch && commit !== null)
  const choose = (by: Strategy | 'model'): void => {
    onAsksModel(by === 'model')
    onChange({ ...act, strategy: by === 'model' ? 'auto' : by })
  }
  return (
    <Choices>
      <Choice name="From">
        <Select look="framed" label="Branch to bring in" value={act.from} options={others.map(({ name, messageCount }) => ({ value: name, label: name, sub: `${messageCount} steps` }))} onChange={(from) => onChange({ ...act, from })} />
      </Choice>
      <Choice name="Conflicts">
        <Segmented small label="Conflicts" value={asksModel ? 'model' : (act.strategy ?? 'auto')} options={[...sides('I decide', branch, act.from), { value: 'model', label: 'the model drafts, I review' }]} onChange={choose} />
      </Choice>
      <Choice name={words.alwaysMergeStep}>
        <Toggle label={words.alwaysMergeStep} checked={act.noFf ?? false} onChange={(noFf) => onChange({ ...act, noFf })} />
      </Choice>
      <Choice name={drop}>
        <Toggle label={drop} checked={act.deleteBranch ?? false} onChange={(deleteBranch) => onChange({ ...act, deleteBranch })} />
      </Choice>
    </Choices>
  )
}

function RebaseChoices({ act, current: { branch, overview }, onChange }: Props<Of<'rebase'>>) {
  const others = overview.branches.filter(({ name, commit }) => name !== branch && commit !== null)
  return (
    <Choices>
      <Choice name="On top of">
        <Select look="framed" label="Branch to stand on" value={act.onto} options={others.map(({ name, messageCount }) => ({ value: name, label: name, sub: `${messageCount} steps` }))} onChange={(onto) => onChange({ ...act, onto, drop: [] })} />
      </Choice>
      <Choice name="Conflicts">
        <Segmented small label="Conflicts" value={act.strategy ?? 'auto'} options={sides('tell me', act.onto, branch)} onChange={(strategy: Strategy) => onChange({ ...act, strategy })} />
      </Choice>
    </Choices>
  )
}

function PickChoices({ act, preview, onChange }: Props<Of<'pick'>>) {
  const hasIssues = preview?.kind === 'pick' && preview.result.kind === 'issues'
  return (
    <Choices>
      <Choice name="Also copy what is here already">
        <Toggle label="Also copy what is here already" checked={act.asCopy ?? false} onChange={(asCopy) => onChange({ ...act, asCopy })} />
      </Choice>
      {(hasIssues || act.onIssue !== undefined) && (
        <Choice name="What can’t be copied as it is">
          <Segmented
            small
            label="What can’t be copied as it is"
            value={act.onIssue ?? 'skip'}
            options={[{ value: 'skip', label: 'Leave out' }, { value: 'asNewMessage', label: 'Copy as a new step' }]}
            onChange={(onIssue) => onChange({ ...act, onIssue })}
          />
        </Choice>
      )}
    </Choices>
  )
}

function ResetChoices({ act, current: { tract, branch }, onChange }: Props<Of<'reset'>>) {
  const { data: tags } = useQuery(tagsQuery(tract))
  const name = freeName((tags ?? []).map((tag) => tag.name), `${branch}-before`)
  const label = `Bookmark the old end as ${act.keep ?? name}`
  return (
    <Choices>
      <Choice name={label}>
        <Toggle label={label} checked={act.keep !== undefined} onChange={(keeps) => onChange({ kind: 'reset', to: act.to, ...(keeps && { keep: name }) })} />
      </Choice>
    </Choices>
  )
}

const sides = (open: string, ours: string, theirs: string) => [
  { value: 'auto' as const, label: open },
  { value: 'ours' as const, label: `${short(ours)} wins` },
  { value: 'theirs' as const, label: `${short(theirs)} wins` },
]
const short = (name: string): string => (name.length > 18 ? `${name.slice(0, 17)}…` : name)

const Choices = ({ children }: { readonly children: ReactNode }) => <div className="grid gap-2.5 border-b border-line px-4.5 py-3">{children}</div>
const Choice = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div className="flex min-h-6 items-center justify-between gap-4 text-sm">
    <span className="text-soft">{name}</span>
    {children}
  </div>
)
