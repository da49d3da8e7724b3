import type { FaultCode } from '../../core/model/fault.ts'
import type { ModelRow, Settings } from '../../main/contract/settings.ts'

export type ModelChoice = Pick<ModelRow, 'provider' | 'model' | 'contextTokens'>

/** What another model of the same provider can mend; anything else is the matter of the provider itself. */
const ofTheModel: ReadonlySet<string> = new Set<FaultCode>(['llm/rate-limited', 'llm/model-not-found', 'llm/refused-payload', 'llm/overloaded', 'llm/incomplete', 'llm/stalled'])

/** The next model that could answer instead, by what went wrong; null where there is none. The demo model is no answer to a real question. */
export function otherModel(rows: readonly ModelRow[], { chat }: Pick<Settings, 'chat'>, code: FaultCode): ModelChoice | null {
  const [same, others] = parted(rows, chat)
  return (ofTheModel.has(code) ? [...same, ...others] : others)[0] ?? null
}

/** A model that takes more than `tokens`: of the same provider where it has one, and no larger than needed. */
export function largerModel(rows: readonly ModelRow[], { chat }: Pick<Settings, 'chat'>, tokens: number): ModelChoice | null {
  const fits = parted(rows, chat).map((part) => part.filter(({ contextTokens }) => contextTokens !== null && contextTokens > tokens).toSorted((a, b) => (a.contextTokens ?? 0) - (b.contextTokens ?? 0)))
  return fits.flat()[0] ?? null
}

/** Those of the provider that is asked now, beginning behind its model, and those of others. */
function parted(rows: readonly ModelRow[], { provider, model }: Settings['chat']): readonly [readonly ModelRow[], readonly ModelRow[]] {
  const real = rows.filter((row) => row.provider !== 'demo')
  const same = real.filter((row) => row.provider === provider)
  const now = same.findIndex((row) => row.model === model)
  return [[...same.slice(now + 1), ...same.slice(0, Math.max(0, now))], real.filter((row) => row.provider !== provider)]
}
