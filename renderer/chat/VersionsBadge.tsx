import { useQuery } from '@tanstack/react-query'
import { Pencil } from 'lucide-react'
import type { MessageVersion, TranscriptMessage } from '../../core/model/context.ts'
import { Popover, PopoverClose } from '../components/Popover.tsx'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { attempt } from '../faults/attempt.ts'
import { edit } from '../queries/acts.ts'
import { versionsQuery } from '../queries/history.ts'
import { textOf } from '../words/contents.ts'
import { counted } from '../words/numbers.ts'
import type { Place } from './place.ts'
import { VersionsPanel } from './VersionsPanel.tsx'

type Props = { readonly message: TranscriptMessage; readonly place: Place; readonly tabIndex: number }

/** How often a message was corrected; opens its versions. */
export function VersionsBadge({ message, place, tabIndex }: Props) {
  return (
    <Popover
      label="Versions of this message"
      align="start"
      className="w-110 p-2"
      trigger={
        <button type="button" tabIndex={tabIndex} className="inline-flex h-[18px] shrink-0 items-center gap-[3px] rounded-sm bg-edited-soft px-[5px] text-num/none text-edited">
          <Pencil size={12} className="stroke-2!" />
          <b className="font-[560]">{counted(message.versions - 1, 'correction')}</b>
        </button>
      }
    >
      <Versions message={message} place={place} />
    </Popover>
  )
}

function Versions({ message, place: { tract, branch } }: Omit<Props, 'tabIndex'>) {
  const { data } = useQuery(versionsQuery(tract, branch, message.messageId))
  if (!data) return <SkeletonRows count={3} label="Versions are being read" />
  const restore = (version: MessageVersion): void => void attempt(() => edit(tract, branch, message.messageId, textOf(version.content)))
  return (
    <>
      <VersionsPanel key={data.versions.length} versions={data.versions} onRestore={restore} />
      <PopoverClose className="sr-only">Close</PopoverClose>
    </>
  )
}
