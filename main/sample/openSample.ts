import type { MessageId } from '../../core/model/ids.ts'
import type { Json } from '../../core/model/json.ts'
import type { AppendCommit } from '../../core/model/commit.ts'
import type { Tract } from '../../core/tract.ts'
import type { Workspace } from '../../core/workspace.ts'
import type { SampleSteps } from '../contract/tracts.ts'
import { instruction, returns, rule, settled, settling, sizes, worn } from './texts.ts'
import { delivery, ordersPage, policy, sizeChart } from './tools.ts'

/** The name a sample gets; a second one is counted. */
export const sampleName = 'Return-policy bot'
const budgetTokens = 8_000

/** Makes the conversation that the seven tasks are learnt on: two branches, a wrong answer, long tool results, and more than its budget holds. */
export function openSample(workspace: Workspace): { readonly tract: Tract; readonly steps: SampleSteps } {
  const told: SampleSteps[] = []
  const name = freeName(workspace.list().map((each) => each.name))
  const tract = workspace.create({ name, budget: { maxTokens: budgetTokens } }, (made) => told.push(tell(made)))
  return { tract, steps: told[0] as SampleSteps }
}

function freeName(taken: readonly (string | null)[]): string {
  let name = sampleName
  for (let nth = 2; taken.includes(name); nth += 1) name = `${sampleName} ${nth}`
  return name
}

const fromLarge = { generationConfig: { model: 'gpt-4o', temperature: 0.2 } }
const fromSmall = { generationConfig: { model: 'gpt-4o-mini', temperature: 0.9 } }

function tell(tract: Tract): SampleSteps {
  tract.system(instruction)
  settle(tract)
  tract.user(sizes.ask)
  const chart = callTool(tract, 'size_chart', { brand: 'Northwind', region: 'EU' }, sizeChart)
  tract.assistant(sizes.answer, fromLarge)
  tract.user(sizes.askAgain)
  tract.assistant(sizes.answerAgain, fromLarge)
  tract.user(worn.ask)
  const orders = callTool(tract, 'search_orders', { customer: 'jonas.weber@example.com', page: 1 }, ordersPage)
  tract.assistant(worn.answer, fromLarge)
  const ruled = tract.user(rule)
  tract.user(returns.ask)
  const looked = callTool(tract, 'lookup_policy', { topic: 'returns', region: 'EU' }, policy)
  const wrong = tract.assistant(returns.wrong, fromLarge)
  const asked = tract.user(returns.start)
  tract.branch('cheap', { switch: false })
  const cheap = tract.on('cheap')
  callTool(cheap, 'lookup_policy', { topic: 'delivery', region: 'EU' }, delivery)
  cheap.assistant(returns.other, fromSmall)
  tract.tag('first-answer', { at: asked.hash })
  tract.assistant(returns.answer, fromLarge)
  tract.user(returns.last)
  return { noise: [chart, orders, looked], wrong: wrong.messageId, rule: ruled.messageId }
}

/** Nine steps about the tone, and the summary that stands for them. */
function settle(tract: Tract): void {
  const said = settling.map(([who, text]) => (who === 'user' ? tract.user(text) : tract.assistant(text, fromLarge)))
  const [first, last] = [said.at(0), said.at(-1)]
  if (first && last) tract.compress({ from: first.hash, to: last.hash, content: settled })
}

function callTool(tract: Tract, tool: string, input: { readonly [name: string]: string | number }, output: Json): MessageId {
  const callId = `call_${tool}`
  tract.commit({ type: 'tool_call', callId, tool, input })
  const result: AppendCommit = tract.commit({ type: 'tool_result', callId, tool, output, status: 'success' })
  return result.messageId
}
