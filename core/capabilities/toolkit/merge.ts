import { z } from 'zod'
import { merge } from '../../history/merge/merge.ts'
import { mergeByModel } from '../../llm/mergeByModel.ts'
import { assertNever } from '../../model/assertNever.ts'
import type { MergeResult } from '../../model/merge.ts'
import type { ToolArgs } from '../../model/tools.ts'
import { type Told, tool } from '../capability.ts'
import { counted } from '../dataLines.ts'
import { branchName, exactly } from '../parameters.ts'

export const mergeTool = tool({
  name: 'merge',
  description: {
    usual: 'Bring a branch into the current one. Conflicts wait for a person; with strategy ours or theirs that side is taken, with llm a model suggests words that a person confirms.',
    self: 'Bring what you did on a branch back into the current one. Conflicts wait for a person; with strategy ours or theirs that side is taken.',
  },
  risk: 'rewrite',
  parameters: exactly<ToolArgs['merge']>(z.strictObject({ branch: branchName.describe('The branch to bring in'), strategy: z.enum(['auto', 'ours', 'theirs', 'llm']).describe('How conflicts are settled. Default auto: they wait').optional() })),
  refs: [],
  branches: ['branch'],
  examples: [{ branch: 'side' }, { branch: 'side', strategy: 'ours' }],
  run: (tract, { branch, strategy = 'auto' }, { signal }) => (strategy === 'llm' ? mergeByModel(tract, branch, { strategy, signal }).then(told) : told(merge(tract, branch, { strategy }))),
})

function told(result: MergeResult): Told {
  switch (result.kind) {
    case 'upToDate':
      return { text: 'There was nothing to bring in.', data: { kind: result.kind, head: result.head } }
    case 'fastForward':
      return { text: 'The branch moved forward to it; nothing stood against it.', data: { kind: result.kind, to: result.to } }
    case 'clean':
    case 'resolved':
      return { text: `Merged${result.warnings.length === 0 ? '' : `. ${result.warnings.map(({ text }) => text).join(' ')}`}.`.replace('..', '.'), data: { kind: result.kind, commit: result.commit.hash } }
    case 'conflict':
      return { text: `${counted(result.pending.conflicts.length, 'conflict waits', 'conflicts wait')} for a person; nothing has changed yet.`, data: { kind: result.kind, merge: result.pending.id, conflicts: result.pending.conflicts.length } }
    default:
      return assertNever(result)
  }
}
