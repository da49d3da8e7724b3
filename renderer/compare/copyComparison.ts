import type { TranscriptMessage } from '../../core/model/context.ts'
import { attempt } from '../faults/attempt.ts'
import { showToast } from '../state/toasts.ts'
import type { Alignment } from './alignBranches.ts'
import { columnTotals } from './columnTotals.ts'
import { comparisonMarkdown } from './comparisonMarkdown.ts'
import { verdictIn } from './verdictIn.ts'

/** Puts the comparison into the clipboard, as Markdown. */
export async function copyComparison(branches: readonly string[], { shared, rows }: Alignment, columns: readonly (readonly TranscriptMessage[])[]): Promise<void> {
  const [a = '', b = ''] = branches
  const text = comparisonMarkdown({ title: `Comparison of ${branches.join(' and ')}`, branches, shared, rows, totals: columnTotals(columns), verdict: verdictIn(columns[0] ?? [], a, b)?.text ?? null })
  const isCopied = await attempt(() => navigator.clipboard.writeText(text).then(() => true))
  if (isCopied) showToast({ tone: 'done', text: 'Copied the comparison as Markdown' })
}
