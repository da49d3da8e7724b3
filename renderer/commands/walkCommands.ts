import { ArrowUpToLine, ChevronDown, ChevronUp, GitBranch, GitFork, LocateFixed } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { branchesHolding } from '../graph/focusedStep.ts'
import { knownRailRows } from '../graph/knownRailRows.ts'
import type { RailRow } from '../graph/rows.ts'
import { walk } from '../graph/walk.ts'
import type { Way } from '../graph/walk.ts'
import { findRow } from '../step/stepPlace.ts'
import { focusMessage, useSelection } from '../state/selection.ts'
import { words } from '../words/words.ts'
import type { Command, CommandScope } from './command.ts'
import type { CommandContext } from './context.ts'
import { focusPane } from './focus.ts'
import { openBranch } from './switchTo.ts'

/** From step to step, along the lines of the graph. */
export const walkCommands = {
  'step.parent': to('step.parent', 'parent', 'page', ['Alt+ArrowLeft'], ChevronUp, () => words().parent, 'Nothing comes before it'),
  'step.child': to('step.child', 'child', 'page', ['Alt+ArrowRight'], ChevronDown, () => words().child, 'Nothing comes after it yet'),
  'step.siblingBefore': to('step.siblingBefore', 'siblingBefore', 'page', ['Alt+ArrowUp'], GitFork, () => `${words().sibling}, before`, 'No other step before it follows the same one'),
  'step.siblingAfter': to('step.siblingAfter', 'siblingAfter', 'page', ['Alt+ArrowDown'], GitFork, () => `${words().sibling}, after`, 'No other step after it follows the same one'),
  'step.forkBefore': to('step.forkBefore', 'forkBefore', 'list', ['['], GitBranch, () => 'Go to the branch before at the fork', 'No branch parts from this line'),
  'step.forkAfter': to('step.forkAfter', 'forkAfter', 'list', [']'], GitBranch, () => 'Go to the next branch at the fork', 'No branch parts from this line'),
  'step.first': to('step.first', 'first', 'list', ['G G'], ArrowUpToLine, () => `Go to the first ${words().step}`, 'There is no step yet'),
  'step.head': to('step.head', 'head', 'list', ['Shift+G'], LocateFixed, () => `Go to the newest ${words().step}`, 'There is no step yet'),
} as const satisfies Record<string, Command>

function to(id: string, way: Way, scope: CommandScope, keys: readonly string[], icon: LucideIcon, title: () => string, none: string): Command {
  const needsStep = way === 'child' || way.startsWith('sibling') || way.startsWith('fork')
  return {
    id, group: 'view', scope, icon, keys, title,
    ...(scope === 'page' && { inEmptyComposer: true }),
    whyNot: (context) => (needsStep && context.asked === null ? 'Choose a step first' : goal(context, way) === null ? none : null),
    run: async (context) => {
      const row = goal(context, way)
      if (row !== null) await goTo(context, row)
    },
  }
}

function goal({ tract, branch, asked }: CommandContext, way: Way): RailRow | null {
  if (tract === null || branch === null) return null
  const rows = knownRailRows(tract, branch)
  if (asked === null) return walk(rows, null, way === 'parent' ? 'head' : way) // behind the end, where one writes, the newest comes before
  return walk(rows, findRow(rows, asked), way)
}

/** The chat shows one branch: from there, the branch of the step is opened with it. */
async function goTo({ tract }: CommandContext, { messageId, hash, preview, state }: RailRow): Promise<void> {
  const inChat = document.activeElement?.closest('[data-pane="chat"]') != null
  if (inChat && state === 'out' && tract !== null) {
    const [branch] = branchesHolding(tract, { messageId, hash, preview, isOwn: false })
    if (branch !== undefined) await openBranch(tract, branch)
  }
  focusMessage(messageId, 'command')
  if (inChat) requestAnimationFrame(() => useSelection.getState().focused === messageId && focusPane('chat'))
}
