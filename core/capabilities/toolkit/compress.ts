import { z } from 'zod'
import { compress } from '../../history/compress/compress.ts'
import { compressByModel } from '../../llm/compress/compressByModel.ts'
import type { CompressResult, ManualCompress, LLMCompress } from '../../model/compress.ts'
import type { ToolArgs } from '../../model/tools.ts'
import { type Told, tool } from '../capability.ts'
import { counted } from '../dataLines.ts'
import { exactly, ref, refs, tokens, words } from '../parameters.ts'

export const compressTool = tool({
  name: 'compress',
  description: {
    usual: 'Put a summary in place of messages: a range, chosen ones, or everything. With `content` the summary is yours; else a model writes it. Pinned and hidden messages stay as they are, and expand brings the originals back.',
    self: 'Make room in your own context: put a summary in place of messages you no longer need word by word. With `content` you write it yourself; else a model does. Pinned messages stay, and expand brings the originals back.',
    supervisor: 'Make room in the managed conversation: have a summary stand for messages that are settled. Pinned messages stay, and expand brings the originals back.',
  },
  risk: 'rewrite',
  parameters: exactly<ToolArgs['compress']>(z.strictObject({
    from: ref.describe('The first message of a range').optional(),
    to: ref.describe('The last message of a range').optional(),
    messages: refs.describe('Chosen messages instead of a range').optional(),
    content: words.describe('The summary, in your own words: shorter than what it stands for').optional(),
    targetTokens: tokens.describe('How long a model shall make it, in tokens').optional(),
    instructions: z.string().max(2_000).describe('What a model shall keep or leave out').optional(),
  })),
  refs: ['from', 'to', 'messages'],
  examples: [{ from: 'HEAD~1', to: 'HEAD', content: 'Returns: 60 days.' }, { messages: ['HEAD~1', 'HEAD'], content: 'Returns.' }, { targetTokens: 200, instructions: 'Keep the dates.' }],
  run: (tract, args, { signal }) => (args.content === undefined ? compressByModel(tract, { ...args, signal } as LLMCompress).then(told) : told(compress(tract, args as ManualCompress))),
})

const why = { empty: 'there is no message in that range', allPinned: 'every message there is pinned', allSkipped: 'every message there is hidden or summarised already' } as const

function told(result: CompressResult): Told {
  if (result.kind === 'nothing') return { text: `Nothing was compressed: ${why[result.reason]}.`, data: { kind: 'nothing', reason: result.reason } }
  const { commits, originalTokens, summaryTokens } = result
  const replaced = commits.reduce((sum, commit) => sum + commit.replaces.length, 0)
  return {
    text: `${counted(commits.length, 'summary stands', 'summaries stand')} for ${counted(replaced, 'message')}: ${originalTokens} tokens became ${summaryTokens}.`,
    data: { kind: 'compressed', summaries: commits.map(({ messageId }) => messageId), originalTokens, summaryTokens },
  }
}
