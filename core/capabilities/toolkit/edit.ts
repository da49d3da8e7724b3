import { z } from 'zod'
import { edit } from '../../history/edit.ts'
import { viewCommit } from '../../history/commitView.ts'
import { tool } from '../capability.ts'
import { shortHash } from '../dataLines.ts'
import { ref, words } from '../parameters.ts'

export const editTool = tool({
  name: 'edit',
  description: {
    usual: 'Correct the text of a message where it stands. The versions before stay in history.',
    self: 'Correct a message of your own context where it stands. The versions before stay in history.',
  },
  risk: 'rewrite',
  parameters: z.strictObject({ target: ref.describe('The message to correct'), text: words.describe('Its whole new text') }),
  refs: ['target'],
  examples: [{ target: 'HEAD', text: 'You have 30 days to return them.' }],
  run: (tract, { target, text }) => {
    const commit = viewCommit(tract, edit(tract, target, text))
    return { text: `Corrected: the new version is ${shortHash(commit.hash)}.`, data: { commit: commit.hash } }
  },
})
