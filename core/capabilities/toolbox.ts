import type { JsonObject } from '../model/json.ts'
import type { ToolName } from '../model/tools.ts'
import type { Toolbox } from '../proposals/toolbox.ts'
import type { Capability } from './capability.ts'
import { checkCall } from './checkCall.ts'
import { toolkit } from './toolkit.ts'

/** The toolkit as those know it who propose and approve. A person's approval goes through the same check as a model's call. */
export const toolbox: Toolbox = {
  check: (tract, tool, args) => checkCall(tract, null, tool, args),
  asksModel: ({ tool, args }) => (tool === 'compress' ? args.content === undefined : tool === 'merge' && args.strategy === 'llm'),
  run: (tract, { tool, args }, { signal }) => (toolkit[tool] as Capability<ToolName, JsonObject>).run(tract, args, { signal: signal ?? never.signal }),
}

const never = new AbortController()
