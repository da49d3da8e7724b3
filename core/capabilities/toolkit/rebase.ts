import { z } from 'zod'
import { rebase } from '../../history/merge/rebase.ts'
import { assertNever } from '../../model/assertNever.ts'
import type { RebaseResult } from '../../model/merge.ts'
import { type Told, tool } from '../capability.ts'
import { counted } from '../dataLines.ts'
import { ref } from '../parameters.ts'

export const rebaseTool = tool({
  name: 'rebase',
  description: { usual: 'Put this branch\'s own commits on top of another one. Where they are in conflict nothing changes.' },
  risk: 'rewrite',
  parameters: z.strictObject({ onto: ref.describe('What to put them on') }),
  refs: ['onto'],
  examples: [{ onto: 'side' }],
  run: (tract, { onto }) => told(rebase(tract, onto)),
})

function told(result: RebaseResult): Told {
  switch (result.kind) {
    case 'upToDate':
      return { text: 'It stands there already.', data: { kind: result.kind, head: result.head } }
    case 'fastForward':
      return { text: 'The branch moved forward to it.', data: { kind: result.kind, to: result.to } }
    case 'rebased':
      return { text: `Copied ${counted(result.commits.length, 'commit')}; the old tip is tagged ${JSON.stringify(result.oldTip.name)}.`, data: { kind: result.kind, commits: result.commits.map(({ hash }) => hash), oldTip: result.oldTip.name } }
    case 'conflict':
      return { text: `${counted(result.conflicts.length, 'conflict stands', 'conflicts stand')} in the way; nothing has changed.`, data: { kind: result.kind, conflicts: result.conflicts.length } }
    default:
      return assertNever(result)
  }
}
