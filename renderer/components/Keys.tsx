import { Fragment } from 'react'
import { cx } from './cx.ts'
import { showKeys } from '../commands/keys.ts'

type Props = { readonly keys: string; readonly on?: 'surface' | 'solid' | 'inverse'; /** Part of the name of what it stands in; else that says the keys in its own way. */ readonly isRead?: boolean }

/** A key combination (`Mod+Shift+Z`) as key caps, in the words of this platform. */
export function Keys({ keys, on = 'surface', isRead = false }: Props) {
  return (
    <span className="inline-flex gap-0.5" aria-hidden={!isRead}>
      {showKeys(keys).map((cap, at) => (
        <Fragment key={`${at} ${cap}`}>
          {at > 0 && ' '}
          <kbd className={cx('min-w-4 rounded-xs px-1 text-center font-sans text-2xs/(--lh-xs) font-medium', look[on])}>{cap}</kbd>
        </Fragment>
      ))}
    </span>
  )
}

const look = { surface: 'bg-kbd text-kbd-text', solid: 'bg-[rgb(255_255_255/.2)] text-on-solid', inverse: 'bg-[rgb(128_128_128/.35)] text-current' }
