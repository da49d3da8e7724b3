import { cx } from './cx.ts'

/** A number in the mono face with a thin gap at every thousand. `prefix` is a sign that says what kind it is: `~ ≈ ≤ Δ`. */
export function Num({ value, prefix = '', className }: { readonly value: number; readonly prefix?: string; readonly className?: string }) {
  return (
    <span className={cx('num', className)}>
      {prefix}
      {value < 0 && '−'}
      {groups(value).map((group, at) => (
        <span key={at} className={cx(at > 0 && 'ml-[.22em]')}>
          {group}
        </span>
      ))}
    </span>
  )
}

function groups(value: number): string[] {
  const digits = String(Math.abs(Math.round(value)))
  const first = digits.length % 3 || 3
  const found = [digits.slice(0, first)]
  for (let at = first; at < digits.length; at += 3) found.push(digits.slice(at, at + 3))
  return found
}
