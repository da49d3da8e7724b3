import { z } from 'zod'
import { search } from '../../history/search/search.ts'
import type { ToolArgs } from '../../model/tools.ts'
import { tool } from '../capability.ts'
import { counted, dataLines, shortHash } from '../dataLines.ts'
import { exactly, shortWords, upTo } from '../parameters.ts'

const usual = 10

export const searchTool = tool({
  name: 'search',
  description: {
    usual: 'Find words in all messages of the conversation: hidden, compressed and other branches\' too. Every word must occur; `pre*` is any ending, `"a phrase"` words in a row, `-without` must not occur.',
    self: 'Look things up in your own past: find words in all messages, hidden, compressed and other branches\' too. Every word must occur; `pre*` is any ending, `"a phrase"` words in a row, `-without` must not occur.',
  },
  risk: 'read',
  parameters: exactly<ToolArgs['search']>(z.strictObject({ text: shortWords.describe('What to look for'), limit: upTo(100).describe(`Default ${usual}`).optional() })),
  refs: [],
  examples: [{ text: 'shoes' }, { text: 'shoes -boots', limit: 3 }],
  run: (tract, { text, limit = usual }) => {
    const { items } = search(tract, text, { limit })
    const rows = items.map(({ messageId, commit, branches, snippet, hidden }) => ({ message: messageId, commit, branches, snippet, hidden }))
    const lines = rows.map((row) => ({ ...row, message: row.message === null ? null : shortHash(row.message), commit: shortHash(row.commit) }))
    return { text: dataLines(`${counted(rows.length, 'hit')}${rows.length === limit ? ', there may be more' : ''}:`, lines), data: { hits: rows } }
  },
})
