import type { TractHandle } from '../journal/openWorkspace.ts'
import { transact } from '../journal/transact.ts'
import { Fault } from '../model/fault.ts'
import type { OperationId } from '../model/ids.ts'
import type { JsonObject } from '../model/json.ts'
import type { ToolName } from '../model/tools.ts'
import { isToolName } from './toolkit.ts'

/** The built-in agent whose capabilities the toolkit are. */
export const toolkitAgent = 'tract'

/** Tells in the journal that a capability is about to run; its arguments by their hash. Gives the invocation's own id. */
export function noteInvoked(tract: TractHandle, capability: ToolName, args: string): string {
  const invocation = tract.file.ports.ids.next()
  note(tract, 'agent_invoked', { invocation, agent: toolkitAgent, capability, args })
  return invocation
}

export function noteCompleted(tract: TractHandle, invocation: string, capability: ToolName, operations: readonly OperationId[]): void {
  note(tract, 'agent_completed', { invocation, agent: toolkitAgent, capability, operations })
}

/** `invocation` null: it was refused before it ran. A name that a model made up isn't kept. */
export function noteFailed(tract: TractHandle, invocation: string | null, name: string, { code }: Fault): void {
  note(tract, 'agent_failed', { invocation, agent: toolkitAgent, capability: isToolName(name) ? name : null, code })
}

/** A file that can only be read has no journal to tell it in, and what failed because of the file can't be told there. */
function note(tract: TractHandle, type: 'agent_invoked' | 'agent_completed' | 'agent_failed', payload: JsonObject): void {
  try {
    transact(tract, { verb: 'invoke' }, (tx) => tx.note({ type, payload }))
  } catch (error) {
    if (!Fault.is(error, 'file/read-only')) tract.file.ports.log('error', 'an invocation could not be noted', { type, found: String(error) })
  }
}
