import type { Jump } from '../../main/contract/acts.ts'
import type { Operation, UndoResult } from '../../core/model/operation.ts'
import { assertNever } from '../state/assertNever.ts'
import { showToast } from '../state/toasts.ts'
import { counted } from '../words/numbers.ts'
import { operationName } from '../words/operations.ts'

/** Says what became of a jump, and offers the way back. `elsewhere`: branches it changed that are not on the screen. */
export function tellJump(jump: Jump, result: UndoResult, onBack: () => void, elsewhere: readonly string[] = []): void {
  switch (result.kind) {
    case 'done':
      return showToast({ tone: 'done', text: `${doneWords(jump, result.reverted)}${elsewhere.length === 0 ? '' : ` (on ${elsewhere.join(', ')})`}`, action: { label: jump.kind === 'undo' ? 'Redo' : 'Undo', run: onBack } })
    case 'nothing':
      return showToast({ tone: 'done', text: nothing[jump.kind] })
    case 'conflict':
      return showToast({ tone: 'fault', text: 'Something was done since that depends on it', hint: `First undo: ${listed(result.with)}` })
    default:
      return assertNever(result)
  }
}

const verbs = { undo: 'Undone', redo: 'Done again', revert: 'Took back', restore: 'Went back' } as const
const nothing = { undo: 'There is nothing more to take back', redo: 'There is nothing to do again', revert: 'It is taken back already', restore: 'It is as it was then already' } as const

function doneWords({ kind }: Jump, reverted: readonly Operation[]): string {
  if (kind === 'restore' && reverted.length > most) return `${verbs[kind]} over ${counted(reverted.length, 'act')}`
  return `${verbs[kind]}${kind === 'revert' ? ' ' : ': '}${listed(reverted) || 'nothing'}`
}

const most = 3
const listed = (operations: readonly Operation[]): string => [...operations.slice(0, most).map(operationName), ...(operations.length > most ? [`${operations.length - most} more`] : [])].join(', ')
