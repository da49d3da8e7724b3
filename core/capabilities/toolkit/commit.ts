import { z } from 'zod'
import { append } from '../../history/append.ts'
import { viewCommit } from '../../history/commitView.ts'
import { contentTypes } from '../../model/contentTypes.ts'
import type { ToolArgs } from '../../model/tools.ts'
import { tool } from '../capability.ts'
import { shortHash } from '../dataLines.ts'
import { exactly, shortWords } from '../parameters.ts'

/** What can be said by hand. Calls, their results, thoughts and summaries are written by what makes them. */
const sayable = [contentTypes.dialogue, contentTypes.instruction, contentTypes.artifact, contentTypes.output, contentTypes.freeform, contentTypes.session]
const content = z.discriminatedUnion('type', sayable.map(({ schema }) => schema) as unknown as [z.core.$ZodTypeDiscriminable])

export const commitTool = tool({
  name: 'commit',
  description: {
    usual: 'Add a message at the end of the current branch.',
    self: 'Add a message to your own context: a note of yours, an instruction that stays, a result.',
    supervisor: 'Add a message to the managed conversation, such as an instruction it must follow.',
  },
  // It puts words into what the model reads from then on.
  risk: 'rewrite',
  parameters: exactly<ToolArgs['commit']>(z.strictObject({ content, message: shortWords.describe('The commit message').optional() })),
  refs: [],
  examples: [{ content: { type: 'dialogue', role: 'assistant', text: 'Noted: returns take 30 days.' } }, { content: { type: 'instruction', text: 'Be brief.' }, message: 'tone' }],
  run: (tract, { content: given, message }) => {
    const commit = viewCommit(tract, append(tract, given, message === undefined ? {} : { message }))
    return { text: `Added as ${shortHash(commit.hash)}.`, data: { commit: commit.hash } }
  },
})
