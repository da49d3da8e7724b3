import { useQuery } from '@tanstack/react-query'
import { Columns2 } from 'lucide-react'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import type { MessageId } from '../../core/model/ids.ts'
import { WordDiff } from '../chat/WordDiff.tsx'
import { wordDiff } from '../chat/wordDiff.ts'
import { DialogFrame, DialogHead } from '../components/Dialog.tsx'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { FaultCard } from '../faults/FaultCard.tsx'
import { faultOf } from '../faults/faultOf.ts'
import { branchesWithMessage } from '../graph/focusedStep.ts'
import { versionsQuery } from '../queries/history.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { closeDialog } from '../state/view.ts'
import { textOf } from '../words/contents.ts'
import { counted } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { SideText } from './SideText.tsx'

type Pair = { readonly from: MessageId; readonly to: MessageId }

/** Two steps side by side, each with what only it has, and below what leads from one to the other. */
export function CompareStepsDialog(pair: Pair) {
  const current = useCurrent()
  const words = useWords()
  const title = `Compare two ${words.steps}`
  return (
    <DialogFrame label={title} onClose={closeDialog} className="inset-x-18 top-14 mx-auto max-h-[calc(100%-72px)] rounded-xl bg-pane max-[999px]:inset-x-4" width={1080}>
      <DialogHead title={title} icon={Columns2} onClose={closeDialog} />
      {current !== null && <Sides current={current} {...pair} />}
    </DialogFrame>
  )
}

function Sides({ current, from, to }: Pair & { readonly current: Current }) {
  const [a, b] = [useText(current, from), useText(current, to)]
  const fault = a.error ?? b.error
  if (fault !== null) return <div className="p-4.5"><FaultCard fault={faultOf(fault)} /></div>
  if (a.text === null || b.text === null) return <div className="p-4.5"><SkeletonRows count={4} label="The steps are being read" /></div>
  return <Texts a={{ ...a, id: from, text: a.text }} b={{ ...b, id: to, text: b.text }} />
}

type StepText = { readonly id: MessageId; readonly branch: string; readonly role: string; readonly text: string }

function Texts({ a, b }: { readonly a: StepText; readonly b: StepText }) {
  const changes = useMemo(() => wordDiff(a.text, b.text).filter(({ kind }) => kind !== 'same').length, [a.text, b.text])
  return (
    <div className="min-h-0 overflow-y-auto" tabIndex={0} role="region" aria-label="The two texts">
      <div className="grid grid-cols-2 divide-x divide-line border-b border-line max-[999px]:grid-cols-1 max-[999px]:divide-x-0 max-[999px]:divide-y">
        <Side {...a}><SideText text={a.text} other={b.text} side="before" /></Side>
        <Side {...b}><SideText text={b.text} other={a.text} side="after" /></Side>
      </div>
      <section aria-label="In one text" className="grid gap-2 px-4.5 py-3.5">
        <h3 className="text-xs font-semibold text-muted">{changes === 0 ? 'The same words' : `In one text, ${counted(changes, 'change')}`}</h3>
        <div className="text-read select-text"><WordDiff before={a.text} after={b.text} /></div>
      </section>
    </div>
  )
}

function useText({ tract, branch }: Current, message: MessageId) {
  const on = branchesWithMessage(tract, message)
  const where = on.includes(branch) || on.length === 0 ? branch : (on[0] ?? branch)
  const { data, error } = useQuery(versionsQuery(tract, where, message))
  const version = data?.versions.find(({ isCurrent }) => isCurrent) ?? data?.versions.at(-1)
  return { branch: where, text: version === undefined ? null : textOf(version.content), role: version === undefined ? '' : 'role' in version.content ? version.content.role : version.content.type, error }
}

type SideProps = Omit<StepText, 'text'> & { readonly children: ReactNode }

const Side = ({ id, branch, role, children }: SideProps) => (
  <section aria-label={`${role} ${id.slice(0, 4)}`} className="grid content-start gap-2 px-4.5 py-3.5">
    <h3 className="flex items-center gap-2 text-sm font-semibold first-letter:uppercase">
      {role} <span className="font-mono text-xs font-normal text-muted">{id.slice(0, 4)} on {branch}</span>
    </h3>
    <div className="text-read select-text">{children}</div>
  </section>
)
