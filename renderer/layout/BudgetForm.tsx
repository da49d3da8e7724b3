import { useState } from 'react'
import type { TractOverview } from '../../main/contract/tracts.ts'
import { offerUndo } from '../commands/undoLast.ts'
import { Button } from '../components/Button.tsx'
import { TextField } from '../components/Field.tsx'
import { attempt } from '../faults/attempt.ts'
import { setBudget } from '../queries/tracts.ts'
import { spaced } from '../words/numbers.ts'
import { readTokens } from './readTokens.ts'

/** Sets, changes or removes the token budget of a tract. A budget only informs: nothing is ever dropped or refused for it. */
export function BudgetForm({ overview, onDone }: { readonly overview: TractOverview; readonly onDone: () => void }) {
  const { budget, tokenCount } = overview.status
  const [typed, setTyped] = useState(String(budget?.max ?? 8000))
  const [isSaving, setSaving] = useState(false)
  const tokens = readTokens(typed)
  const save = async (maxTokens: number | null): Promise<void> => {
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
        if (tokens !== null && !isSaving) void save(tokens)
      }}
    >
      <div className="grid gap-1">
        <label htmlFor="budget-tokens" className="font-semibold">
          Token budget
        </label>
        <p className="text-xs text-muted">The bar turns gold at 90 % and red above. A budget informs: nothing is dropped or refused for it. Now used: {spaced(tokenCount)}.</p>
      </div>
      <div className="flex items-center gap-2">
        <TextField id="budget-tokens" mono inputMode="numeric" className="w-32" value={typed} onChange={(event) => setTyped(event.target.value)} problem={tokens === null ? problem : null} onFocus={(event) => event.target.select()} />
        <span className={tokens === null ? 'text-xs text-danger' : 'text-xs text-muted'}>{tokens === null ? problem : 'tokens'}</span>
      </div>
      <div className="flex items-center gap-2">
        {budget !== null && (
          <Button variant="ghost" onClick={() => void save(null)}>
            Remove
          </Button>
        )}
        <span className="grow" />
        <Button type="submit" variant="primary" off={tokens === null ? problem : isSaving ? 'Saving' : null}>
          {budget === null ? 'Set budget' : 'Change'}
        </Button>
      </div>
    </form>
  )
}

const problem = '1 to 100 000 000'
