import { ArrowRight, History, Redo2, Undo2 } from 'lucide-react'
import type { Jump } from '../../main/contract/acts.ts'
import type { DryRun } from '../../core/model/effect.ts'
import type { TractId } from '../../core/model/ids.ts'
import type { Operation, UndoResult } from '../../core/model/operation.ts'
import { branchesMoved } from '../commands/branchesMoved.ts'
import { jumpNow } from '../commands/jump.ts'
import { FormDialog } from '../components/FormDialog.tsx'
import { Num } from '../components/Num.tsx'
import { JoinChanges } from '../joins/JoinChanges.tsx'
import { closeDialog } from '../state/view.ts'
import { counted, signed } from '../words/numbers.ts'
import { operationName } from '../words/operations.ts'

type Props = { readonly tract: TractId; readonly jump: Jump; readonly preview: DryRun<UndoResult> }

/** What a far jump would do, before it is done: several branches at once, or many steps. */
export function JumpDialog({ tract, jump, preview }: Props) {
  const { result, effect } = preview
  const reverted = result.kind === 'done' ? result.reverted : []
  const branches = branchesMoved(effect.refs)
  const go = async (): Promise<void> => {
    closeDialog()
    await jumpNow(tract, jump, preview)
  }
  return (
    <FormDialog title={titles[jump.kind]} width={560} verb={verbs[jump.kind]} icon={icons[jump.kind]} note={jump.kind === 'undo' ? `“${titles.redo}” brings all of it back.` : 'Undo brings it back to how it is now.'} isReady onSubmit={go} onClose={closeDialog} className="">
      <div className="grid gap-3 border-b border-subtle px-4.5 py-3.5 text-sm">
        <p>
          {words(jump, reverted)} The context of the open branch goes from <Num value={effect.tokensBefore} prefix="~" /> to <Num value={effect.tokensAfter} prefix="~" /> tokens
          ({signed(effect.tokensAfter - effect.tokensBefore)}).
        </p>
        {branches.length > 0 && (
          <ul aria-label="Branches that move" className="grid gap-1">
            {branches.map(({ ref, before, after }) => (
              <li key={ref} className="flex items-center gap-2">
                <b className="truncate font-medium">{ref}</b>
                <span className="num-plain text-muted">{before?.slice(0, 4) ?? 'not there'}</span>
                <ArrowRight size={12} className="shrink-0 text-muted" aria-label="to" />
                <span className="num-plain text-muted">{after?.slice(0, 4) ?? 'goes away'}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      <JoinChanges effect={effect} isOpen={false} />
    </FormDialog>
  )
}

const titles = { undo: 'Undo', redo: 'Do again', restore: 'Go back to how it was', revert: 'Take back one operation' } as const
const icons = { undo: Undo2, redo: Redo2, restore: History, revert: Undo2 } as const
const verbs = { undo: 'Undo', redo: 'Do again', restore: 'Go back', revert: 'Take back' } as const

const most = 4

/** "Takes back 31 acts: message, answer, …". */
function words({ kind }: Jump, reverted: readonly Operation[]): string {
  const names = reverted.slice(0, most).map(operationName).join(', ')
  const verb = kind === 'redo' ? 'Brings again' : 'Takes back'
  return reverted.length === 0 ? 'Nothing of what was done goes away.' : `${verb} ${counted(reverted.length, 'act')}: ${names}${reverted.length > most ? ', …' : ''}.`
}
