import type { TractHandle } from '../journal/openWorkspace.ts'
import type { Risk } from '../model/autonomy.ts'
import { Fault } from '../model/fault.ts'
import type { JsonObject } from '../model/json.ts'
import type { ProposedAction } from '../model/proposal.ts'

/** What proposing and approving have to know of tools. The toolkit gives it. */
export type Toolbox = {
  /** The act as it will be done: its arguments checked strictly, references in them whole hashes; and what it can do. Faults: `tool/unknown`, `tool/bad-arguments`, those of references. */
  check(tract: TractHandle, tool: string, args: JsonObject): CheckedAction
  /** Whether a model has to write something for it, so that it can't be done at once. */
  asksModel(action: ProposedAction): boolean
  /** Does it; at once, unless it asks a model. */
  run(tract: TractHandle, action: ProposedAction, options: { readonly signal?: AbortSignal }): unknown
}
export type CheckedAction = { readonly action: ProposedAction; readonly risk: Risk }

/** What can't be undone is proposed to nobody. Faults: `tool/not-allowed`, those of `check`. */
export function checkWanted(tract: TractHandle, toolbox: Toolbox, tool: string, args: JsonObject): CheckedAction {
  const checked = toolbox.check(tract, tool, args)
  if (checked.risk === 'destroy') throw new Fault('tool/not-allowed', { tool, risk: checked.risk, ceiling: 'autonomous' })
  return checked
}
