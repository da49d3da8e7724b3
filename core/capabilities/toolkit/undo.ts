import { z } from 'zod'
import { undo, undoState } from '../../journal/undo.ts'
import { Fault } from '../../model/fault.ts'
import type { ToolArgs } from '../../model/tools.ts'
import { type Told, tool } from '../capability.ts'
import { nameOfAuthor } from '../dataLines.ts'
import { exactly } from '../parameters.ts'

export const undoTool = tool({
  name: 'undo',
  description: { usual: 'Take back the latest act, if it was yours.', self: 'Take back your latest act. What others did stays.' },
  risk: 'rewrite',
  parameters: exactly<ToolArgs['undo']>(z.strictObject({})),
  refs: [],
  examples: [{}],
  run: (tract): Told => {
    const { undo: latest } = undoState(tract)
    if (latest !== null && nameOfAuthor(latest.author) !== nameOfAuthor(tract.author)) throw new Fault('undo/not-yours', { verb: latest.verb, by: nameOfAuthor(latest.author) })
    const result = undo(tract)
    if (result.kind === 'done') return { text: `Took back: ${result.reverted.map(({ verb }) => verb).join(', ')}.`, data: { kind: result.kind, operation: result.operation.id } }
    return { text: result.kind === 'nothing' ? 'There is nothing to take back.' : 'Later acts stand in the way, so nothing was taken back.', data: { kind: result.kind } }
  },
})
