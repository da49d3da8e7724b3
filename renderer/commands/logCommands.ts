import { CornerUpLeft, Eye, Undo2 } from 'lucide-react'
import type { Operation } from '../../core/model/operation.ts'
import { useChosenOperation } from '../state/chosenOperation.ts'
import { operationName } from '../words/operations.ts'
import type { Command } from './command.ts'
import type { CommandContext } from './context.ts'
import { jumpOrAsk } from './jump.ts'
import { showOperation, whyNoStep } from './showOperation.ts'

/** What can be done with a line of the log. */
export const logCommands = {
  'operation.show': {
    id: 'operation.show', group: 'tract', scope: 'page', icon: Eye, keys: [],
    title: () => 'Show what the chosen operation touched',
    whyNot: (context) => noneChosen() ?? whyNoStep(context, chosen()),
    run: (context) => {
      const operation = chosen()
      return operation !== null && showOperation(context, operation)
    },
  },
  'operation.restore': {
    id: 'operation.restore', group: 'tract', scope: 'page', icon: CornerUpLeft, keys: [],
    title: () => named('Go back to how it was right after'),
    whyNot: (context) => noneChosen() ?? (chosen()?.id === newest(context) ? 'Nothing was done since' : null),
    run: ({ tract }) => withChosen(({ id }) => tract !== null && jumpOrAsk(tract, { kind: 'restore', operation: id })),
  },
  'operation.revert': {
    id: 'operation.revert', group: 'tract', scope: 'page', icon: Undo2, keys: [],
    title: () => named('Take back only'),
    whyNot: () => noneChosen() ?? (chosen()?.undoable === false && chosen()?.cause.kind === 'direct' ? 'It is a record: it can’t be taken back' : null),
    run: ({ tract }) => withChosen(({ id }) => tract !== null && jumpOrAsk(tract, { kind: 'revert', operation: id })),
  },
} as const satisfies Record<string, Command>

const chosen = (): Operation | null => useChosenOperation.getState().chosen
const noneChosen = (): string | null => (chosen() === null ? 'Choose a line in the log first' : null)
/** While nothing was undone, the act that undo would take back is the newest. */
const newest = ({ overview }: CommandContext): string | null => (overview?.undo.redo === null ? (overview.undo.undo?.id ?? null) : null)
const named = (verb: string): string => `${verb} ${chosen() === null ? 'an operation' : operationName(chosen() as Operation)}`

function withChosen(act: (operation: Operation) => unknown): unknown {
  const operation = chosen()
  return operation !== null && act(operation)
}
