import { z } from 'zod'
import { log } from '../../history/log.ts'
import type { ToolArgs } from '../../model/tools.ts'
import { tool } from '../capability.ts'
import { commitRow, counted, dataLines } from '../dataLines.ts'
import { exactly, ref, upTo } from '../parameters.ts'

const usual = 20

export const logTool = tool({
  name: 'log',
  description: { usual: 'List commits, newest first: what was said, corrected, pinned, hidden, compressed and merged, and by whom.' },
  risk: 'read',
  parameters: exactly<ToolArgs['log']>(z.strictObject({ from: ref.describe('Where to begin. Default: HEAD').optional(), limit: upTo(200).describe(`Default ${usual}`).optional() })),
  refs: ['from'],
  examples: [{}, { from: 'HEAD~1', limit: 2 }],
  run: (tract, { from, limit = usual }) => {
    const { items, next } = log(tract, { limit, ...(from === undefined ? {} : { from }) })
    const heading = `${counted(items.length, 'commit')}, newest first${next === null ? '' : ', there are more'}:`
    return { text: dataLines(heading, items.map(commitRow)), data: { commits: items.map((commit) => ({ ...commitRow(commit), commit: commit.hash })), hasMore: next !== null } }
  },
})
