import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { JoinAct, JoinPreview } from '../../main/contract/joins.ts'
import { laneColours } from '../components/laneColours.ts'
import { Button } from '../components/Button.tsx'
import { BranchChip } from '../components/Chip.tsx'
import { DialogHead, DialogFoot, DialogFrame } from '../components/Dialog.tsx'
import { Segmented } from '../components/Segmented.tsx'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { FaultCard } from '../faults/FaultCard.tsx'
import { faultOf } from '../faults/faultOf.ts'
import { joinPreviewQuery } from '../queries/joins.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { closeDialog } from '../state/view.ts'
import { useWords } from '../words/words.ts'
import { doJoin } from './doJoin.ts'
import { JoinChanges } from './JoinChanges.tsx'
import { JoinFactsList } from './JoinFactsList.tsx'
import { JoinOptions } from './JoinOptions.tsx'
import { JoinPicture } from './JoinPicture.tsx'
import { LeftBehindList } from './LeftBehindList.tsx'
import type { PictureKind } from './joinPicture.ts'
import { ReplayList } from './ReplayList.tsx'
import { joinTitle, shownRef, whyNotJoin } from './joinWords.ts'
import { joinVerb } from './joinVerb.ts'

/** Shows what bringing branches together would do, before it is done. Enter does it. */
export function JoinDialog({ act, branch }: { readonly act: JoinAct; /** The open one without. */ readonly branch: string | null }) {
  const current = useCurrent()
  return current === null ? null : <Preview current={{ ...current, branch: branch ?? current.branch }} start={act} />
}

function Preview({ current, start }: { readonly current: Current; readonly start: JoinAct }) {
  const words = useWords()
  const [act, setAct] = useState(start)
  const [asksModel, setAsksModel] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const { data: preview, error } = useQuery(joinPreviewQuery(current.tract, current.branch, act))
  const off = isBusy ? 'It is being done' : error !== null ? faultOf(error).message : preview === undefined ? 'It is being looked at' : whyNotJoin(preview)
  const run = async (): Promise<void> => {
    setBusy(true)
    await doJoin(current, act, asksModel)
    setBusy(false)
  }
  const { title, icon, verb } = { title: joinTitle(act, current.branch, words), ...joinVerb(act, preview, words) }
  return (
    <DialogFrame label={title} onClose={closeDialog} className="top-[10vh] left-1/2 max-h-[80vh] w-[calc(100%-48px)] -translate-x-1/2 rounded-xl bg-pane" width={820}>
      <DialogHead title={title} icon={icon} onClose={closeDialog} />
      <form
        className="flex min-h-0 flex-col"
        onSubmit={(event) => {
          event.preventDefault()
          if (off === null) void run()
        }}
      >
        <div className="min-h-0 overflow-y-auto">
          {preview !== undefined && error === null && <Overview current={current} act={act} preview={preview} />}
          {preview === undefined && error === null && <div className="p-4.5"><SkeletonRows count={4} label="It is being looked at" /></div>}
          {error !== null && <div className="p-4.5"><FaultCard fault={faultOf(error)} /></div>}
          <JoinOptions act={act} preview={error === null ? preview : undefined} current={current} asksModel={asksModel} onChange={setAct} onAsksModel={setAsksModel} />
          {act.kind === 'rebase' && preview?.kind === 'rebase' && error === null && <ReplayList act={act} preview={preview} onChange={setAct} />}
          {preview?.kind === 'reset' && error === null && <LeftBehindList left={preview.left} />}
          {preview !== undefined && error === null && <JoinChanges effect={preview.effect} isOpen={preview.result.kind === 'conflict'} />}
        </div>
        <DialogFoot>
          <Button size="lg" variant="ghost" onClick={closeDialog}>
            Cancel
          </Button>
          <span className="text-sm text-muted">Nothing is done yet. It can be undone.</span>
          <span className="grow" />
          <Button size="lg" variant="primary" type="submit" icon={icon} keys="Enter" off={off} data-first>
            {verb}
          </Button>
        </DialogFoot>
      </form>
    </DialogFrame>
  )
}

/** The two lines before and after, and what it comes to. */
function Overview({ current: { branch, overview }, act, preview }: { readonly current: Current; readonly act: JoinAct; readonly preview: JoinPreview }) {
  const [side, setSide] = useState<'before' | 'after'>('after')
  const lanes = laneColours(overview.branches.map(({ name }) => name), branch)
  const other = act.kind === 'merge' ? act.from : act.kind === 'rebase' ? act.onto : null
  const steps = preview.effect.changes.filter(({ kind }) => kind === (act.kind === 'reset' ? 'removed' : 'added')).length
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_300px] border-b border-line">
      <div className="grid content-start gap-1 px-4.5 pt-3 pb-1.5">
        <div className="flex items-center gap-2">
          <BranchChip name={branch} lane={0} here />
          {other !== null && <BranchChip name={shownRef(other)} lane={lanes.get(other) ?? 1} />}
          <span className="grow" />
          <Segmented small label="Show" value={side} options={[{ value: 'before', label: 'Before' }, { value: 'after', label: 'After' }]} onChange={setSide} />
        </div>
        <JoinPicture kind={pictureOf(preview)} steps={steps} isAfter={side === 'after'} lane={other === null ? 1 : (lanes.get(other) ?? 1)} />
      </div>
      <div className="border-l border-line px-4.5 py-3">
        <JoinFactsList preview={preview} budget={overview.status.budget} />
      </div>
    </div>
  )
}

function pictureOf({ kind, result }: JoinPreview): PictureKind {
  return kind !== 'reset' && result.kind === 'fastForward' ? 'fastForward' : kind
}
