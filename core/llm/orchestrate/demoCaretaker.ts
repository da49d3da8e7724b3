import type { Prompt } from '../../model/context.ts'
import type { JsonObject } from '../../model/json.ts'
import type { ToolDefinition } from '../../model/reply.ts'
import { type AssessmentFacts, assessmentIn } from './assessmentPrompt.ts'

/** What the demo model does as a caretaker: some words, and calls of tools that were offered. */
export type CaretakerStep = { readonly text: string; readonly calls: readonly { readonly name: string; readonly args: JsonObject }[] }

/**
 * Looks after a conversation by fixed rules: first it reads the last messages, then it pins what people said must hold and has older messages
 * summarised where they fill more than half of the budget (or where the task asks for it), then it tells what came of it. null where it isn't asked to.
 */
export function caretakerStep(prompt: Prompt, tools: readonly ToolDefinition[]): CaretakerStep | null {
  const facts = assessmentIn(prompt)
  if (facts === null) return null
  const results = prompt.messages.filter(({ contentType }) => contentType === 'tool_result').map(({ content }) => content)
  const offered = (name: string) => tools.some((tool) => tool.name === name)
  if (results.length === 0 && offered('read_messages') && facts.messages.length > 0) return { text: 'I read the last messages first.', calls: [{ name: 'read_messages', args: { last: 8 } }] }
  if (results.length <= 1) {
    const calls = [...pins(results[0] ?? '', facts), ...summaries(facts)].filter(({ name }) => offered(name))
    if (calls.length > 0) return { text: reasons(facts, calls.map(({ name }) => name)), calls }
  }
  return { text: ending(facts, results.slice(1)), calls: [] }
}

type Call = CaretakerStep['calls'][number]

/** What people must be able to rely on; a question is nothing of that. */
const binding = /\b(must|never|always|important|deadline|promise[ds]?|allergic|at least|at most)\b/i
const mostPins = 3

function pins(read: string, { messages }: AssessmentFacts): readonly Call[] {
  const rows = read.split('\n').flatMap((line) => rowIn(line) ?? [])
  const targets = rows.filter(({ role, priority, text }) => role === 'user' && priority === 'normal' && binding.test(text) && !text.trimEnd().endsWith('?')).map(({ message }) => message)
  const shown = new Set(messages.map(({ message }) => message))
  const some = targets.filter((message) => shown.has(message)).slice(-mostPins)
  return some.length === 0 ? [] : [{ name: 'annotate', args: { targets: some, priority: 'pinned', reason: 'People said that this must hold.' } }]
}

type Row = { readonly message: string; readonly role: string; readonly priority: string; readonly text: string }

function rowIn(line: string): Row | null {
  try {
    const row = JSON.parse(line) as Partial<Row> | null
    return typeof row?.message === 'string' && typeof row.text === 'string' ? (row as Row) : null
  } catch {
    return null
  }
}

const keptAtEnd = 4

/** All but the last few messages, to a fifth of their size. */
function summaries({ messages, used, task }: AssessmentFacts): readonly Call[] {
  const isAsked = /compress|shorten|summari[sz]e|under \d+ ?%|make room/i.test(task ?? '')
  const old = messages.slice(0, -keptAtEnd)
  const free = old.filter(({ priority }) => priority === 'normal')
  const [first, last] = [old[0], old.at(-1)]
  if (!first || !last || free.length < 2 || !(isAsked || (used ?? 0) >= 50)) return []
  const tokens = free.reduce((sum, message) => sum + message.tokens, 0)
  return [{ name: 'compress', args: { from: first.message, to: last.message, targetTokens: Math.max(40, Math.ceil(tokens / 5)) } }]
}

function reasons({ used }: AssessmentFacts, names: readonly string[]): string {
  const why = { annotate: 'Some messages say what must hold, so I pin them.', compress: used === null ? 'Older messages can be summarised.' : `${Math.round(used)} % of the budget is used, so I have older messages summarised.` }
  return names.flatMap((name) => (name in why ? [why[name as keyof typeof why]] : [])).join(' ')
}

const ending = ({ used }: AssessmentFacts, results: readonly string[]): string =>
  results.length === 0 ? `Nothing needs to be done${used === null ? '' : `: ${Math.round(used)} % of the budget is used`}.` : `That is all I do by my fixed rules; I am the demo model. ${results.map((result) => result.split('\n')[0] ?? '').join(' ')}`
