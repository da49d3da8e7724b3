import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { MessageId } from '../../core/model/ids.ts'
import { toSibling } from '../commands/toSibling.ts'
import { Tooltip } from '../components/Tooltip.tsx'
import type { Siblings } from '../graph/siblings.ts'
import { withoutMarks } from '../words/withoutMarks.ts'

type Props = { readonly message: MessageId; readonly siblings: Siblings; readonly tabIndex: number }

/** ‹2/3›: which of the versions at this fork one reads; its arrows lead to the branches with the others. */
export function SiblingSwitch({ message, siblings: { at, all }, tabIndex }: Props) {
  return (
    <span role="group" aria-label={`Version ${at + 1} of ${all.length}`} className="-mx-1 inline-flex shrink-0 items-center">
      <Arrow by={-1} message={message} preview={all[at - 1]?.preview} tabIndex={tabIndex} />
      <span className="num text-num text-soft">
        {at + 1}/{all.length}
      </span>
      <Arrow by={1} message={message} preview={all[at + 1]?.preview} tabIndex={tabIndex} />
    </span>
  )
}

type ArrowProps = { readonly by: -1 | 1; readonly message: MessageId; /** undefined: there is none on this side. */ readonly preview: string | undefined; readonly tabIndex: number }

function Arrow({ by, message, preview, tabIndex }: ArrowProps) {
  const Icon = by < 0 ? ChevronLeft : ChevronRight
  const words = by < 0 ? 'Version before' : 'Version after'
  return (
    <Tooltip label={preview === undefined ? `There is no ${words.toLowerCase()} it` : `${words}: ${withoutMarks(preview).slice(0, 60)}`} keys={by < 0 ? 'Alt+ArrowUp' : 'Alt+ArrowDown'}>
      <button
        type="button"
        aria-label={words}
        aria-disabled={preview === undefined || undefined}
        tabIndex={tabIndex}
        onClick={() => preview !== undefined && void toSibling(by, message)}
        className="-my-1 grid size-6 place-items-center rounded-sm text-soft hover:bg-hover hover:text-ink aria-disabled:text-disabled aria-disabled:hover:bg-transparent"
      >
        <Icon size={12} />
      </button>
    </Tooltip>
  )
}
