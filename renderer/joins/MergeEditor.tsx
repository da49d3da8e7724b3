import { useQuery } from '@tanstack/react-query'
import { GitMerge } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { offerUndo } from '../commands/undoLast.ts'
import type { PendingConflict, PendingMerge, Resolution } from '../../core/model/merge.ts'
import { Badge } from '../components/Badge.tsx'
import { Button } from '../components/Button.tsx'
import { DialogFoot, DialogFrame, DialogHead } from '../components/Dialog.tsx'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { attempt } from '../faults/attempt.ts'
import { FaultCard } from '../faults/FaultCard.tsx'
import { faultOf } from '../faults/faultOf.ts'
import { abortMerge, commitMerge, pendingMergeQuery, resolveConflict } from '../queries/joins.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { closeDialog } from '../state/view.ts'
import { counted } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { draftKey, dropDraft, dropDraftsOf, dropTyped } from '../state/conflictDrafts.ts'
import { askForAll, askForDraft } from './askForDraft.ts'
import { ConflictTabs } from './ConflictTabs.tsx'
import { ConflictView } from './ConflictView.tsx'
import { MergeNotes } from './MergeNotes.tsx'

/** The merge that waits for decisions, one conflict at a time. What is decided is kept at once: it can be closed and come back to. */
export function MergeEditor({ asksModel }: { /** A model drafts what words can settle. */ readonly asksModel: boolean }) {
  const current = useCurrent()
  return current === null ? null : <Waiting current={current} asksModel={asksModel} />
}

function Waiting({ current, asksModel }: { readonly current: Current; readonly asksModel: boolean }) {
  const words = useWords()
  const { data: pending, error } = useQuery(pendingMergeQuery(current.tract, current.branch))
  const title = pending ? words.mergeTitle.replace('{from}', pending.branch).replace('{into}', pending.into) : words.mergeVerb
  return (
    <DialogFrame label={title} onClose={closeDialog} className="inset-x-18 top-14 mx-auto max-h-[calc(100%-72px)] rounded-xl bg-pane max-[999px]:inset-x-4" width={1200}>
      <DialogHead title={title} icon={GitMerge} onClose={closeDialog}>
        {pending && pending.conflicts.some(isOpen) && <Badge tone="conflict">needs {counted(pending.conflicts.filter(isOpen).length, 'decision')}</Badge>}
      </DialogHead>
      {error !== null && <div className="p-4.5"><FaultCard fault={faultOf(error)} /></div>}
      {pending === undefined && error === null && <div className="p-4.5"><SkeletonRows count={5} label={words.mergeComes} /></div>}
      {pending === null && <p className="p-6 text-sm text-muted">{words.noMergeInto.replace('{branch}', current.branch)}</p>}
      {pending && <Editor key={pending.id} current={current} pending={pending} asksModel={asksModel} />}
    </DialogFrame>
  )
}

function Editor({ current, pending, asksModel }: { readonly current: Current; readonly pending: PendingMerge; readonly asksModel: boolean }) {
  const words = useWords()
  const { tract, branch } = current
  const [chosen, setChosen] = useState(() => Math.max(0, pending.conflicts.findIndex(isOpen)))
  const at = Math.min(chosen, pending.conflicts.length - 1)
  const conflict = pending.conflicts[at]
  useEffect(() => {
    if (asksModel) void askForAll(current, pending)
  }, [pending.id, asksModel]) // oxlint-disable-line react-hooks/exhaustive-deps -- once a merge, whatever is decided meanwhile
  const decided = pending.conflicts.filter((one) => !isOpen(one)).length
  const move = (by: number): void => setChosen((at + by + pending.conflicts.length) % pending.conflicts.length)
  const decide = async (resolution: Resolution): Promise<void> => {
    if (conflict === undefined) return
    const next = await attempt(() => resolveConflict(tract, branch, conflict.id, resolution))
    if (next === undefined) return
    dropDraft(draftKey(pending.id, conflict.id))
    if (resolution.take === 'text') dropTyped(draftKey(pending.id, conflict.id))
    const open = next.conflicts.findIndex(isOpen)
    if (open >= 0) setChosen(open)
  }
  const finish = async (): Promise<void> => {
    const done = await attempt(() => commitMerge(tract, branch))
    if (done === undefined) return
    dropDraftsOf(pending.id)
    closeDialog()
    await offerUndo(tract, `Brought ${pending.branch} into ${branch}`)
  }
  const cancel = async (): Promise<void> => {
    if ((await attempt(() => abortMerge(tract, branch).then(() => true))) === undefined) return
    closeDialog()
    await offerUndo(tract, words.droppedMerge)
  }
  const off = pending.isStale ? 'A branch has moved: look again first' : decided < pending.conflicts.length ? 'Decide every conflict first' : null
  return (
    <div className="flex min-h-0 grow flex-col" onKeyDown={(event) => walk(event, move, (take) => void decide({ take }))}>
      <ConflictTabs conflicts={pending.conflicts} at={at} onChoose={setChosen} />
      <MergeNotes current={current} pending={pending} />
      <div className="min-h-0 grow overflow-y-auto">{conflict && <ConflictView key={conflict.id} conflict={conflict} ours={pending.into} theirs={pending.branch} overview={current.overview} draftKey={draftKey(pending.id, conflict.id)} onDecide={(resolution) => void decide(resolution)} onAsk={() => void askForDraft(current, pending, conflict)} />}</div>
      <DialogFoot>
        <Button size="lg" variant="ghost" onClick={() => void cancel()}>
          {words.dropMerge}
        </Button>
        <span className="truncate text-sm text-muted max-[999px]:hidden">Saved as you go. You can close and come back.</span>
        <span className="grow" />
        <span role="status" className="text-sm text-muted">
          {decided} of {pending.conflicts.length} decided
        </span>
        <Button size="lg" variant="primary" icon={GitMerge} off={off} onClick={() => void finish()}>
          {words.mergeVerb}
        </Button>
      </DialogFoot>
    </div>
  )
}

const isOpen = ({ resolution }: PendingConflict): boolean => resolution === null

/** `N` goes to the next conflict, `Shift+N` back; `1` takes ours, `2` theirs; not while typing. */
function walk(event: KeyboardEvent, move: (by: number) => void, take: (side: 'ours' | 'theirs') => void): void {
  if (event.target instanceof HTMLTextAreaElement || event.ctrlKey || event.metaKey || event.altKey) return
  const acts: { readonly [key: string]: (() => void) | undefined } = { n: () => move(event.shiftKey ? -1 : 1), 1: () => take('ours'), 2: () => take('theirs') }
  const act = acts[event.key.toLowerCase()]
  if (act === undefined) return
  event.preventDefault()
  act()
}
