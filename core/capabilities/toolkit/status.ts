import { z } from 'zod'
import { status } from '../../history/status.ts'
import type { Json } from '../../model/json.ts'
import type { Status } from '../../model/context.ts'
import { tool } from '../capability.ts'
import { counted, shortHash } from '../dataLines.ts'
import type { ToolArgs } from '../../model/tools.ts'
import { exactly } from '../parameters.ts'

export const statusTool = tool({
  name: 'status',
  description: {
    usual: 'Say where the conversation stands: branch, number of messages, tokens, how much of the budget is used, and what waits for a decision.',
    self: 'Say how full your own context is: branch, number of messages, tokens, how much of the budget is used, and what waits for a decision.',
  },
  risk: 'read',
  parameters: exactly<ToolArgs['status']>(z.strictObject({})),
  refs: [],
  examples: [{}],
  run: (tract) => {
    const now = status(tract)
    return { text: inWords(now), data: now as unknown as Json }
  },
})

function inWords({ head, messageCount, tokenCount, tokenSource, budget, pending }: Status): string {
  const where = head.kind === 'attached' ? `On branch ${JSON.stringify(head.branch)}` : `Looking at commit ${shortHash(head.commit)}`
  const used = budget === null ? 'no budget is set' : `${Math.round(budget.pct)} % of the budget of ${budget.max} tokens`
  const waiting = [...(pending.merge === null ? [] : ['a merge waits for decisions']), ...(pending.partials === 0 ? [] : [`${counted(pending.partials, 'unfinished answer')} wait`])]
  return `${[`${where}: ${counted(messageCount, 'message')}, ${counted(tokenCount, 'token')} (${tokenSource}), ${used}`, ...waiting].join('; ')}.`
}
