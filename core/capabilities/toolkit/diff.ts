import { z } from 'zod'
import { diff } from '../../history/diff/diff.ts'
import { assertNever } from '../../model/assertNever.ts'
import type { Change } from '../../model/diff.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { previewOf } from '../../model/text.ts'
import type { ToolArgs } from '../../model/tools.ts'
import { tool } from '../capability.ts'
import { counted, dataLines, shortHash } from '../dataLines.ts'
import { exactly, ref } from '../parameters.ts'

export const diffTool = tool({
  name: 'diff',
  description: { usual: 'Compare two contexts message by message: what was added, removed, corrected, pinned or compressed between them.' },
  risk: 'read',
  parameters: exactly<ToolArgs['diff']>(z.strictObject({ from: ref.describe('Default: the parent of `to`').optional(), to: ref.describe('Default: HEAD').optional() })),
  refs: ['from', 'to'],
  examples: [{}, { from: 'HEAD~1' }, { from: 'HEAD~2', to: 'HEAD' }],
  run: (tract, { from, to }) => {
    const found = diff(tract, from, to)
    const heading = `${counted(found.changes.length, 'change')}, ${found.tokenDelta >= 0 ? '+' : '−'}${counted(Math.abs(found.tokenDelta), 'token')}:`
    return { text: dataLines(heading, found.changes.map(toRow)), data: found as unknown as Json }
  },
})

function toRow(change: Change): JsonObject {
  const { kind } = change
  switch (kind) {
    case 'added':
    case 'removed':
      return { kind, message: shortHash(change.messageId), role: change.role, tokens: change.tokens, text: previewOf(change.text, 400) }
    case 'edited':
      return { kind, message: shortHash(change.messageId), words: change.hunks.filter((hunk) => hunk.kind !== 'same').map((hunk) => ({ [hunk.kind]: previewOf(hunk.text, 400) })) }
    case 'annotated':
      return { kind, message: shortHash(change.messageId), from: change.from, to: change.to }
    case 'moved':
      return { kind, message: shortHash(change.messageId), from: change.from, to: change.to }
    case 'compressed':
    case 'expanded':
      return { kind, summary: shortHash(change.summary), messages: change.messages.map(shortHash) }
    default:
      return assertNever(change)
  }
}
