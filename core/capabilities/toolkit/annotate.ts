import { z } from 'zod'
import { annotate } from '../../history/annotate.ts'
import { viewCommits } from '../../history/commitView.ts'
import type { ToolArgs } from '../../model/tools.ts'
import { tool } from '../capability.ts'
import { counted } from '../dataLines.ts'
import { exactly, refs, shortWords } from '../parameters.ts'

const done = { pinned: 'Pinned', skip: 'Hid', normal: 'Set back to normal:' } as const

export const annotateTool = tool({
  name: 'annotate',
  description: {
    usual: 'Pin messages (always in the context, never compressed), hide them from the model (skip), or set them back to normal.',
    self: 'Say which messages of your own context count: pinned ones always stay and are never compressed, skipped ones you no longer see, normal takes either back.',
    supervisor: 'Say which messages of the managed conversation count: pin what must not be lost, skip what only distracts, normal takes either back.',
  },
  risk: 'annotate',
  parameters: exactly<ToolArgs['annotate']>(z.strictObject({ targets: refs.describe('The messages'), priority: z.enum(['pinned', 'normal', 'skip']), reason: shortWords.describe('Why, for the people who read the history').optional() })),
  refs: ['targets'],
  examples: [{ targets: ['HEAD'], priority: 'pinned', reason: 'a promise to the customer' }, { targets: ['HEAD', 'HEAD~1'], priority: 'skip' }],
  run: (tract, { targets, priority, reason }) => {
    const commits = viewCommits(tract, annotate(tract, targets, priority, reason === undefined ? {} : { reason }))
    return { text: `${done[priority]} ${counted(commits.length, 'message')}.`, data: { commits: commits.map(({ hash }) => hash) } }
  },
})
