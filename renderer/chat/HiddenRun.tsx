import { Eraser, EyeOff } from 'lucide-react'
import { LinkButton } from '../components/LinkButton.tsx'
import { Num } from '../components/Num.tsx'

type Props = { readonly count: number; readonly tokens: number; readonly onShow: () => void; /** null where none of them was hidden by hand: a summary stands for them. */ readonly onUnhide: (() => void) | null; /** Nothing but their hashes is left. */ readonly isErased: boolean }

/** Steps that happened and that the model doesn't see, in one hatched line. */
export function HiddenRun({ count, tokens, onShow, onUnhide, isErased }: Props) {
  return (
    <div className="flex h-7.5 items-center gap-2 rounded-md px-3 text-sm text-muted hatch inset-ring inset-ring-subtle">
      {isErased ? <Eraser size={14} /> : <EyeOff size={14} />}
      <span className="rounded-xs bg-pane px-[5px] py-0.5">{count === 1 ? '1 step' : `${count} steps`} {isErased ? 'whose texts went for good' : onUnhide === null ? 'inside a summary' : 'hidden from the model'}</span>
      {!isErased && <Num value={tokens} prefix="~" className="rounded-xs bg-pane px-[5px] py-0.5 text-num!" />}
      <span className="grow" />
      <LinkButton className="bg-pane px-1" onClick={onShow}>show</LinkButton>
      {onUnhide && <LinkButton className="bg-pane px-1" onClick={onUnhide}>unhide</LinkButton>}
    </div>
  )
}
