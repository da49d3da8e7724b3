import { useMemo } from 'react'
import { cx } from '../components/cx.ts'
import { Tooltip } from '../components/Tooltip.tsx'
import { plainText, textOf } from '../words/contents.ts'
import type { ChatItem } from './chatItems.ts'
import { turnsIn } from './turnsIn.ts'

type Props = { readonly items: readonly ChatItem[]; /** The item at the top of the window. */ readonly top: number; readonly onJump: (index: number) => void }

/** The turns of a conversation as a few short strokes at its right edge: where one is, and a click to any other. The keys have the list itself for that. */
export function TurnLine({ items, top, onJump }: Props) {
  const turns = useMemo(() => turnsIn(items), [items])
  if (turns.length < fewest) return null
  const here = turns.findLastIndex((turn) => turn <= top)
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-y-3 right-1.5 z-(--z-sticky) flex flex-col justify-center opacity-55 transition-opacity has-[:hover]:opacity-100">
      {turns.map((turn, at) => (
        <Tooltip key={items[turn]?.key ?? turn} label={wordsOf(items[turn])} side="left">
          <button type="button" tabIndex={-1} onClick={() => onJump(turn)} className="group/turn pointer-events-auto flex h-2.5 min-h-0 w-4.5 shrink items-center justify-end">
            <i className={cx('h-0.5 rounded-full bg-strong transition-all group-hover/turn:w-4 group-hover/turn:bg-ink', at === Math.max(0, here) ? 'w-4 bg-ink' : 'w-2')} />
          </button>
        </Tooltip>
      ))}
    </div>
  )
}

/** With fewer one sees them all anyway. */
const fewest = 4

const wordsOf = (item: ChatItem | undefined): string => (item?.kind === 'message' ? plainText(textOf(item.message.content), 80) : '')
