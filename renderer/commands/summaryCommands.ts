import { FileDiff, FoldVertical, GitBranch, Undo2, UnfoldVertical } from 'lucide-react'
import type { TranscriptMessage } from '../../core/model/context.ts'
import type { MessageId } from '../../core/model/ids.ts'
import { placeOfRange } from '../compress/rangeRows.ts'
import { useDrag } from '../drag/dragState.ts'
import { attempt } from '../faults/attempt.ts'
import { expand } from '../queries/acts.ts'
import { focusMessage } from '../state/selection.ts'
import { toggleSummaryDiff, useSummaryDiffs } from '../state/summaryDiffs.ts'
import { typeSummary, useSummaryWords } from '../state/summaryWords.ts'
import { openDialog, showTalk, useView } from '../state/view.ts'
import { textOf } from '../words/contents.ts'
import { signed } from '../words/numbers.ts'
import { words } from '../words/words.ts'
import { needsStep } from './command.ts'
import type { Command } from './command.ts'
import type { CommandContext } from './context.ts'
import { offerUndo, undoLast } from './undoLast.ts'

/** What can be done with a summary that stands for steps, in whatever pane it is. */
export const summaryCommands = {
  'summary.expand': {
    id: 'summary.expand', group: 'step', scope: 'list', icon: UnfoldVertical, keys: ['ArrowRight'], sharesKeys: true,
    title: () => 'Expand this summary',
    whyNot: needsSummary,
    run: expandSummary,
  },
  'summary.diff': {
    id: 'summary.diff', group: 'step', scope: 'list', icon: FileDiff, keys: ['D'], sharesKeys: true, whileLooking: true,
    title: ({ target }) => (target !== null && useSummaryDiffs.getState().shown.has(target.messageId) ? 'Show the words of this summary' : `Compare this summary with its ${words().steps}`),
    whyNot: (context) => needsSummary(context) ?? (context.chosen.length > 1 ? `Compares the chosen ${words().steps}` : null),
    run: ({ target }) => {
      if (target === null) return
      if (useView.getState().page.kind !== 'talk') showTalk()
      focusMessage(target.messageId, 'command')
      toggleSummaryDiff(target.messageId)
    },
  },
  'summary.again': {
    id: 'summary.again', group: 'step', scope: 'list', icon: FoldVertical, keys: [],
    title: () => words().compressAgain,
    sub: () => 'another size, another model, other instructions',
    whyNot: needsSummary,
    run: writeAgain,
  },
  'summary.restore': {
    id: 'summary.restore', group: 'step', scope: 'list', icon: GitBranch, keys: ['Shift+X'],
    title: () => 'Show what it stands for on a new branch…',
    whyNot: needsSummary,
    run: ({ branch, target }) => {
      const of = standsFor(target)
      if (branch === null || target === null || of === null) return
      const at = { x: innerWidth / 2 - 170, y: innerHeight / 3 }
      useDrag.setState({ drop: { kind: 'card', at, intent: { kind: 'restore', branch, summary: target.messageId, count: of.length } } })
    },
  },
  'summary.undo': {
    id: 'summary.undo', group: 'step', scope: 'list', icon: Undo2, keys: ['U'],
    title: () => 'Undo this summary',
    whyNot: (context) => needsSummary(context) ?? (isLastAct(context) ? null : 'Something was done since: expand it, or take it back in the log'),
    run: ({ tract }) => tract !== null && undoLast(tract),
  },
} as const satisfies Record<string, Command>

/** What a message stands for; null where it is no summary in force. */
const standsFor = (target: TranscriptMessage | null): readonly MessageId[] | null => (target?.why.kind === 'summary' ? target.why.of : null)

function needsSummary(context: CommandContext): string | null {
  return needsStep(context) ?? (standsFor(context.target) === null ? `Only for a summary that stands for ${words().steps}` : null)
}

async function expandSummary({ tract, branch, target }: CommandContext): Promise<void> {
  if (tract === null || branch === null || target === null) return
  const effect = await attempt(() => expand(tract, branch, target.messageId))
  if (effect !== undefined) await offerUndo(tract, `Expanded the summary, ${signed(effect.tokensAfter - effect.tokensBefore)}`)
}

/** Its own steps on the sheet, with its words to begin with; it stays until another one is approved. */
function writeAgain({ tract, branch, target }: CommandContext): void {
  const of = standsFor(target)
  const [from, to] = [of?.[0], of?.at(-1)]
  if (tract === null || branch === null || target === null || from === undefined || to === undefined) return
  const range = { from, to, preserve: [], again: target.messageId }
  const place = placeOfRange(tract, branch, range)
  if (useSummaryWords.getState().byPlace[place] === undefined) typeSummary(place, 0, textOf(target.content))
  openDialog({ kind: 'compress', range, draft: null })
}

/** An act and the steps it writes are of the same moment. */
function isLastAct({ overview, target }: CommandContext): boolean {
  const last = overview?.undo.undo
  return last?.verb === 'compress' && target !== null && Math.abs(last.at - target.createdAt) < sameMomentMs
}
const sameMomentMs = 50
