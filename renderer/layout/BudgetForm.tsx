import { useState } from 'react'
import type { TractOverview } from '../../main/contract/tracts.ts'
import { offerUndo } from '../commands/undoLast.ts'
import { CommandButton } from '../commands/CommandButtons.tsx'
import { Button } from '../components/Button.tsx'
import { TextField } from '../components/Field.tsx'
import { attempt } from '../faults/attempt.ts'
import { setBudget } from '../queries/tracts.ts'
import { setBudgetMarks, useBudgetMarks } from '../state/budgetMarks.ts'
import { spaced } from '../words/numbers.ts'
import { readMarks } from './readMarks.ts'
import { readTokens } from './readTokens.ts'

/** Sets, changes or removes the token budget of a tract. A budget only informs: nothing is ever dropped or refused for it. */
export function BudgetForm({ overview, onDone }: { readonly overview: TractOverview; readonly onDone: () => void }) {
  const { budget, tokenCount, tokenSource } = overview.status
  const [typed, setTyped] = useState(String(budget?.max ?? 8000))
  const [isSaving, setSaving] = useState(false)
  const tokens = readTokens(typed)
  const marks = useBudgetMarks((kept) => kept.marks)
  const [typedMarks, setTypedMarks] = useState(marks.map(String))
  const newMarks = readMarks(typedMarks)
  const save = async (maxTokens: number | null): Promise<void> => {
    if (newMarks !== null) setBudgetMarks(newMarks)
    if (maxTokens === (budget?.max ?? null)) return onDone()
    setSaving(true)
    const saved = await attempt(() => setBudget(overview.summary.id, maxTokens))
    setSaving(false)
    if (saved === undefined) return
    onDone()
    await offerUndo(overview.summary.id, maxTokens === null ? 'Removed the budget' : `Set the budget to ${spaced(maxTokens)} tokens`)
  }
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (tokens !== null && newMarks !== null && !isSaving) void save(tokens)
      }}
    >
      <div className="grid gap-1">
        <label htmlFor="budget-tokens" className="font-semibold">
          Token budget
        </label>
        <p className="text-xs text-muted">A budget informs: nothing is dropped or refused for it. Now used: {tokenSource === 'provider' ? '' : '~'}{spaced(tokenCount)}.</p>
      </div>
      <div className="flex items-center gap-2">
        <TextField id="budget-tokens" mono inputMode="numeric" className="w-32" value={typed} onChange={(event) => setTyped(event.target.value)} problem={tokens === null ? problem : null} onFocus={(event) => event.target.select()} />
        <span className={tokens === null ? 'text-xs text-danger' : 'text-xs text-muted'}>{tokens === null ? problem : 'tokens'}</span>
      </div>
      <div className="flex flex-wrap items-center gap-2 whitespace-nowrap">
        <span className="text-soft">The bar warns from</span>
        {typedMarks.map((mark, at) => (
          <TextField
            key={at}
            mono
            inputMode="numeric"
            aria-label={at === 0 ? 'First warning, per cent of the budget' : 'Second warning, per cent of the budget'}
            className="w-12"
            value={mark}
            onChange={(event) => setTypedMarks(typedMarks.with(at, event.target.value))}
            problem={newMarks === null ? markProblem : null}
          />
        ))}
        <span className={newMarks === null ? 'text-xs text-danger' : 'text-xs text-muted'}>{newMarks === null ? markProblem : '% on'}</span>
      </div>
      <div className="flex items-center gap-2">
        {budget !== null && (
          <Button variant="ghost" onClick={() => void save(null)}>
            Remove
          </Button>
        )}
        <span className="grow" />
        <Button type="submit" variant="primary" off={tokens === null ? problem : newMarks === null ? markProblem : isSaving ? 'Saving' : null}>
          {budget === null ? 'Set budget' : 'Change'}
        </Button>
      </div>
      <div className="-mx-1 border-t border-subtle pt-2">
        <CommandButton id="branch.compress" variant="ghost" />
      </div>
    </form>
  )
}

const problem = '1 to 100 000 000'
const markProblem = '1 to 100, rising'
