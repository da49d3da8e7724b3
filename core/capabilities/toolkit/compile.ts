import { z } from 'zod'
import { compile } from '../../history/status.ts'
import { previewOf } from '../../model/text.ts'
import type { ToolArgs } from '../../model/tools.ts'
import { tool } from '../capability.ts'
import { counted, dataLines, shortHash } from '../dataLines.ts'
import { exactly, ref } from '../parameters.ts'

export const compileTool = tool({
  name: 'compile',
  description: {
    usual: 'List the messages that the model sees, in order, with their tokens: now, or as of a commit. Use read_messages for whole texts.',
    self: 'List the messages of your own context in order, with their tokens: now, or as of a commit. Use read_messages for whole texts.',
  },
  risk: 'read',
  parameters: exactly<ToolArgs['compile']>(z.strictObject({ at: ref.describe('Default: now').optional() })),
  refs: ['at'],
  examples: [{}, { at: 'HEAD~1' }],
  run: (tract, { at }) => {
    const { messages, tokenCount, tokenSource, head, hash } = compile(tract, at === undefined ? {} : { at })
    const rows = messages.map(({ messageId, role, contentType, tokens, priority, content }) => ({ message: messageId, role, type: contentType, tokens, priority, preview: previewOf(content, 80) }))
    const heading = `${counted(messages.length, 'message')}, ${counted(tokenCount, 'token')} (${tokenSource}):`
    return { text: dataLines(heading, rows.map((row) => ({ ...row, message: shortHash(row.message) }))), data: { head, hash, tokenCount, tokenSource, messages: rows } }
  },
})
