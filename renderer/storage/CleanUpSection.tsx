import { Archive, CircleCheck, Eraser, RotateCcw, Trash2 } from 'lucide-react'
import type { GcReport } from '../../core/model/cleanUp.ts'
import type { TractId } from '../../core/model/ids.ts'
import { CommandButton } from '../commands/CommandButtons.tsx'
import { cx } from '../components/cx.ts'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { Spinner } from '../components/Spinner.tsx'
import { FaultCard } from '../faults/FaultCard.tsx'
import { useWords } from '../words/words.ts'
import { GroupItems, GroupRow } from './GroupRows.tsx'
import { KeptRows } from './KeptRows.tsx'
import { RetentionFields } from './RetentionFields.tsx'
import { useCleanUp } from './useCleanUp.ts'

/** What nobody needs any more: how old it has to be, what would go where and why the rest stays; then into the trash, or for good. */
export function CleanUpSection({ tract }: { readonly tract: TractId }) {
  const words = useWords()
  const { report, fault, isOld } = useCleanUp(tract)
  return (
    <section aria-label={words.cleanUpTitle} className="grid gap-3">
      <h2 className="flex items-center gap-2 font-semibold">
        {words.cleanUpTitle} {isOld && report !== null && <Spinner size={12} />}
      </h2>
      <RetentionFields />
      {fault !== null && <FaultCard fault={fault} />}
      {fault === null && report === null && <div className="rounded-lg inset-ring inset-ring-line"><SkeletonRows count={4} label="What could go is being looked for" /></div>}
      {report !== null && (
        <>
          <Preview report={report} isOld={isOld} />
          <div className="flex flex-wrap items-center gap-2">
            <CommandButton id="storage.trash" variant="primary" icon={Trash2} />
            <CommandButton id="storage.purge" variant="dangerghost" icon={Eraser} />
            <span className="min-w-0 grow basis-50 text-xs text-muted">The trash can be undone. What is deleted for good can’t.</span>
          </div>
        </>
      )}
    </section>
  )
}

function Preview({ report: { trashed, purged, archived, rescued, kept }, isOld }: { readonly report: GcReport; readonly isOld: boolean }) {
  const words = useWords()
  const isNothing = trashed.commits + purged.commits + archived.messages + rescued.commits === 0
  return (
    <div aria-busy={isOld} className={cx('grid rounded-lg inset-ring inset-ring-line press', isOld && 'opacity-70')}>
      {isNothing && (
        <p role="status" className="flex items-center gap-2.5 border-b border-subtle px-3.5 py-3 text-sm text-soft last:border-b-0">
          <CircleCheck size={15} className="shrink-0 text-success" /> {words.nothingToCleanUp}
        </p>
      )}
      {trashed.commits > 0 && (
        <GroupRow icon={Trash2} title="To the trash" help="undo brings it back" group={trashed} startsOpen>
          <GroupItems label="To the trash" group={trashed} />
        </GroupRow>
      )}
      {purged.commits > 0 && (
        <GroupRow icon={Eraser} title="For good, out of the trash" help="it has been there long enough" group={purged}>
          <GroupItems label="For good, out of the trash" group={purged} />
        </GroupRow>
      )}
      {archived.messages > 0 && (
        <GroupRow icon={Archive} title="For good, the texts behind summaries" help="the summaries stay" one="text" group={{ commits: archived.messages, bytes: archived.bytes }}>
          <GroupItems label="For good, the texts behind summaries" group={archived} />
        </GroupRow>
      )}
      {rescued.commits > 0 && (
        <GroupRow icon={RotateCcw} title="Out of the trash again" help="something leads there now" group={rescued}>
          <GroupItems label="Out of the trash again" group={rescued} />
        </GroupRow>
      )}
      {kept.length > 0 && <KeptRows kept={kept} />}
    </div>
  )
}
