import { z } from 'zod'
import { cherryPick } from '../../history/merge/cherryPick.ts'
import { tool } from '../capability.ts'
import { counted } from '../dataLines.ts'
import { refs } from '../parameters.ts'

export const cherryPickTool = tool({
  name: 'cherry_pick',
  description: { usual: 'Copy messages or changes of other branches to the end of the current one. What can\'t be copied is told, and then nothing is.' },
  risk: 'rewrite',
  parameters: z.strictObject({ refs: refs.describe('Their commits') }),
  refs: ['refs'],
  examples: [{ refs: ['side'] }],
  run: (tract, { refs: asked }) => {
    const result = cherryPick(tract, asked)
    if (result.kind === 'issues') return { text: `${counted(result.issues.length, 'commit')} can't be copied here, so nothing was.`, data: { kind: result.kind, issues: result.issues.map(({ kind, commit }) => ({ kind, commit: commit.hash })) } }
    return { text: `Copied ${counted(result.commits.length, 'commit')}.`, data: { kind: result.kind, commits: result.commits.map(({ hash }) => hash) } }
  },
})
