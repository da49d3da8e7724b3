import type { TranscriptMessage } from '../../core/model/context.ts'
import { nameOf } from '../chat/messageName.ts'
import { textOf } from '../words/contents.ts'
import { usd } from '../words/money.ts'
import { counted } from '../words/numbers.ts'
import type { AlignedRow } from './alignBranches.ts'
import { isSame } from './alignBranches.ts'
import type { ColumnTotals } from './columnTotals.ts'
import { letters } from './letters.ts'

type Comparison = { readonly title: string; readonly branches: readonly string[]; readonly shared: number; readonly rows: readonly AlignedRow[]; readonly totals: readonly ColumnTotals[]; readonly verdict: string | null }

/** A comparison to be pasted elsewhere: what the branches share in a number, then row by row what each has. */
export function comparisonMarkdown({ title, branches, shared, rows, totals, verdict }: Comparison): string {
  const names = branches.map((branch, nth) => `- **${letters[nth]}** ${branch}${totalWords(totals[nth])}`)
  const sections = rows.slice(shared).flatMap((row) => (isSame(row) && row.cells[0] ? [said(row.cells[0], 'all')] : row.cells.map((cell, nth) => (cell === null ? `### ${letters[nth]}: nothing here` : said(cell, letters[nth] ?? '')))))
  return [`# ${title}`, names.join('\n'), ...(verdict === null ? [] : [verdict]), `Shared at the beginning: ${counted(shared, 'message')}.`, ...sections].join('\n\n') + '\n'
}

const said = (message: TranscriptMessage, who: string): string => `### ${who}: ${nameOf(message)}\n\n${textOf(message.content)}`

function totalWords(totals: ColumnTotals | undefined): string {
  if (totals === undefined) return ''
  const { input, output, costUsd, durationMs } = totals
  const words = [input !== null && `${input} in`, output !== null && `${output} out`, costUsd !== null && usd(costUsd), durationMs !== null && `${(durationMs / 1000).toFixed(1)} s`].filter((word) => word !== false)
  return words.length === 0 ? '' : `: ${words.join(', ')}`
}
