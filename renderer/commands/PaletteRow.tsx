import { cx } from '../components/cx.ts'
import { Keys } from '../components/Keys.tsx'
import { Num } from '../components/Num.tsx'
import type { PaletteEntry } from './paletteEntries.ts'
import { Marked } from './Marked.tsx'

type Props = { readonly id: string; readonly entry: PaletteEntry; readonly isChosen: boolean; readonly onPoint: () => void; readonly onRun: () => void }

export function PaletteRow({ id, entry: { icon: Icon, title, sub, keys, tokens, off, found }, isChosen, onPoint, onRun }: Props) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      aria-disabled={off !== null}
      onPointerMove={onPoint}
      onClick={onRun}
      className={cx('mx-2 grid h-9 grid-cols-[18px_minmax(0,1fr)_auto] items-center gap-[11px] rounded-md px-2.5 text-md', isChosen && 'bg-selected')}
    >
      <Icon size={16} className={isChosen ? 'text-accent-text' : 'text-soft'} />
      <span className={cx('truncate', off !== null && 'text-muted')}>
        <Marked text={title} marks={found.marks} />
        {(off ?? sub) !== null && <span className="ml-[9px] text-sm text-muted">{off ?? sub}</span>}
      </span>
      <span className="flex items-center gap-2.5 text-xs text-muted">
        {tokens !== null && <Num value={tokens} prefix="~" />}
        {keys !== undefined && <Keys keys={keys} />}
      </span>
    </div>
  )
}
