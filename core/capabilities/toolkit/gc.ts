import { z } from 'zod'
import { gc } from '../../fsck/gc.ts'
import type { ToolArgs } from '../../model/tools.ts'
import { tool } from '../capability.ts'
import { counted } from '../dataLines.ts'
import { exactly } from '../parameters.ts'

const days = z.number().int().min(0).max(36_500)

export const gcTool = tool({
  name: 'gc',
  description: { usual: 'Say what a clean-up of the file would move to the trash or free. It is only a preview: cleaning up is for people.' },
  risk: 'read',
  parameters: exactly<ToolArgs['gc']>(z.strictObject({
    orphanRetentionDays: days.describe('Steps that nothing leads to go to the trash after so many days. Default 30').optional(),
    archiveRetentionDays: days.describe('Texts under summaries go after so many days. Default: never').optional(),
  })),
  refs: [],
  examples: [{}, { orphanRetentionDays: 7, archiveRetentionDays: 90 }],
  run: (tract, args) => {
    const { trashed, waiting, freedBytes } = gc(tract, { ...args, dryRun: true })
    return {
      text: `A clean-up would move ${counted(trashed.commits, 'step')} to the trash and free ${freedBytes} bytes; ${counted(waiting.commits, 'step')} would wait there. Nothing was done.`,
      data: { trashed: trashed.commits, waiting: waiting.commits, freedBytes },
    }
  },
})
