import type { ReactNode } from 'react'
import type { AlignedRow } from './alignBranches.ts'
import { isSame } from './alignBranches.ts'
import type { Current } from '../queries/useCurrent.ts'
import { cx } from '../components/cx.ts'
import { textOf } from '../words/contents.ts'
import type { DiffLevel } from '../state/compareLook.ts'
import { CompareCell } from './CompareCell.tsx'
import { LiveCell } from './LiveCell.tsx'
import { letters } from './letters.ts'

type Props = { readonly current: Current; readonly branches: readonly string[]; readonly rows: readonly AlignedRow[]; readonly diff: DiffLevel }

/** The rows, each with a cell a branch and a sign for how the cells relate; at the end what is being written. */
export function CompareRows({ current, branches, rows, diff }: Props) {
  const ends = branches.map((_, nth) => rows.findLastIndex(({ cells }) => cells[nth]))
  const columns = `repeat(${branches.length}, minmax(0, 1fr))`
  return (
    <div role="table" aria-label="Steps of the branches" className="text-read">
      {rows.map((row, at) => (
        <div key={at} role="row" className="grid border-b border-subtle [contain-intrinsic-size:auto_90px] [content-visibility:auto]" style={{ gridTemplateColumns: columns }}>
          {row.cells.map((cell, nth) => (
            <div key={branches[nth]} role="cell" aria-label={`${letters[nth]}, ${branches[nth]}`} className={cx('relative min-w-0 px-5 py-3', nth > 0 && 'pl-13')}>
              {nth > 0 && <Gutter>{diff !== 'none' && <Sign row={row} nth={nth} />}</Gutter>}
              <CompareCell row={row} nth={nth} hasMore={at < (ends[nth] ?? -1)} cell={cell} diff={diff} />
            </div>
          ))}
        </div>
      ))}
      <div role="row" className="grid" style={{ gridTemplateColumns: columns }}>
        {branches.map((branch, nth) => (
          <div key={branch} role="cell" className={cx('relative min-w-0 px-5', nth > 0 && 'pl-13')}>
            {nth > 0 && <Gutter />}
            <LiveCell current={current} branch={branch} />
          </div>
        ))}
      </div>
    </div>
  )
}

/** The band before a column, for the signs. */
const Gutter = ({ children }: { readonly children?: ReactNode }) => <div className="absolute inset-y-0 left-0 flex w-8 justify-center border-x border-subtle bg-sunken">{children}</div>

/** `=` the same or the same words, `≠` another text, `+` only here, `−` only on the first. */
function Sign({ row, nth }: { readonly row: AlignedRow; readonly nth: number }) {
  const [sign, tone, words] = signOf(row, nth)
  return (
    <span aria-label={words} title={words} className={cx('pt-3.5 font-mono text-xs font-semibold', tone)}>
      {sign}
    </span>
  )
}

function signOf(row: AlignedRow, nth: number): readonly [sign: string, tone: string, words: string] {
  const [first, own] = [row.cells[0] ?? null, row.cells[nth] ?? null]
  if (first === null) return own === null ? ['', 'hidden', ''] : ['+', 'text-success', 'only here']
  if (own === null) return ['−', 'text-danger', 'not on this branch']
  if (isSame({ cells: [first, own] })) return ['=', 'text-muted', 'the same']
  return textOf(first.content) === textOf(own.content) ? ['=', 'text-muted', 'the same words, said on each branch'] : ['≠', 'text-edited', 'different']
}
