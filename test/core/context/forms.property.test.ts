import { expect, test } from 'vitest'
import { toAnthropicForm } from '../../../core/context/anthropicForm.ts'
import { toOpenAIForm } from '../../../core/context/openaiForm.ts'
import { messagesOf } from '../../../core/context/prompt.ts'
import type { Content } from '../../../core/model/content.ts'
import { customContentType } from '../../../core/model/customTypes.ts'
import type { Json } from '../../../core/model/json.ts'
import { anthropicProblems } from '../../helpers/anthropicGrammar.ts'
import { messageIdOf } from '../../helpers/memoryHistory.ts'
import { openaiProblems } from '../../helpers/openaiGrammar.ts'
import { forSeeds } from '../../helpers/random.ts'
import type { Random } from '../../helpers/random.ts'
import { ticketType } from '../../helpers/ticketType.ts'
import { type MarkedMessage, undisclosedByAnthropic, undisclosedByOpenAI } from '../../helpers/undisclosed.ts'

/** A message before it has its number. */
type Draft = (mark: string) => Content

const inputs: readonly ((mark: string) => Json)[] = [
  () => ({}), (mark) => ({ city: mark }), () => [], (mark) => [1, mark], () => null, (mark) => mark, () => 7, (mark) => ({ nested: { '"': `\u2028${mark}` } }),
  (mark) => JSON.parse(`{"__proto__":{"polluted":"${mark}"}}`) as Json,
]
const outputs: readonly ((mark: string) => Json)[] = [...inputs, () => '', () => ' \n', (mark) => `${mark} \n`]
const words: readonly ((mark: string) => string)[] = [
  (mark) => `Hello ${mark}.`, () => ' ', () => '', () => '\n\t', (mark) => `Yes ${mark} \n`, (mark) => `你好${mark}\u0085`, (mark) => `👩‍👩‍👧${mark}`, () => '\u00a0', () => '\u001c\u0085', (mark) => `${mark}\0`,
]
const callIds = ['call_0', 'call_1', 'call_2', 'toolu 1', 'é', 'x'.repeat(60), `${'x'.repeat(60)}y`, 'call_0-2', '😀']
const tools = ['weather', 'files.read', 'a b', 'très_long'.repeat(12)]
const names = ['ada', 'Ada Lovelace', '<b>', 'n'.repeat(80), `${'n'.repeat(63)}😀`, 'a\u0001b']

/** A tool that speaks without being called. */
const sensor = customContentType({ type: 'sensor' as 'ticket', schema: ticketType.schema as never, role: 'tool', render: ({ title }) => title })

function say(random: Random, role: 'user' | 'assistant' | 'system'): Draft {
  const [text, name] = [random.pick(words), random.chance(0.15) ? random.pick(names) : null]
  return (mark) => ({ type: 'dialogue', role, text: text(mark), ...(name === null ? {} : { name }) })
}

/** One message of any type but calls and their results. */
function thing(random: Random): Draft {
  const text = random.pick(words)
  const lines = random.below(3)
  switch (random.weighted({ instruction: 2, reasoning: 1, artifact: 2, output: 2, freeform: 1, session: 1, summary: 2, ticket: 2, sensor: 1 })) {
    case 'instruction':
      return (mark) => ({ type: 'instruction', text: text(mark) })
    case 'reasoning':
      return () => ({ type: 'reasoning', text: 'hm', ...(lines > 0 ? { signature: 'c2ln' } : {}) })
    case 'artifact':
      return (mark) => ({ type: 'artifact', artifactType: 'code', content: text(mark), ...(lines > 0 ? { language: 'ts' } : {}) })
    case 'output':
      return (mark) => ({ type: 'output', text: text(mark), format: 'text' })
    case 'freeform':
      return (mark) => ({ type: 'freeform', payload: { words: text(mark), mark } })
    case 'session':
      return (mark) => ({ type: 'session', sessionType: 'handoff', summary: text(mark), decisions: Array.from({ length: lines }, () => mark), failedApproaches: [], nextSteps: [] })
    case 'summary':
      return (mark) => ({ type: 'summary', text: text(mark) })
    case 'ticket':
      return (mark) => ({ type: 'ticket', number: lines, title: text(mark) + mark })
    case 'sensor':
      return (mark) => ({ type: 'sensor' as 'ticket', number: 1, title: text(mark) })
  }
}

/** A question, an answer, thoughts, calls with their results: as a history holds them. */
function episode(random: Random): Draft[] {
  switch (random.weighted({ user: 4, assistant: 4, system: 1, thing: 4, tools: 6 })) {
    case 'tools': {
      const calls = Array.from({ length: 1 + random.below(3) }, () => ({ callId: random.pick(callIds), tool: random.pick(tools), input: random.pick(inputs) }))
      const before: Draft[] = [...(random.chance(0.3) ? [() => ({ type: 'reasoning', text: 'hm' }) as const] : []), ...(random.chance(0.3) ? [say(random, 'assistant')] : [])]
      const made = calls.map(({ callId, tool, input }): Draft => (mark) => ({ type: 'tool_call', callId, tool, input: input(mark) }))
      const answers = calls.map(({ callId }): Draft => {
        const [output, status] = [random.pick(outputs), random.pick(['success', 'error'] as const)]
        return (mark) => ({ type: 'tool_result', callId, tool: `weather ${mark}`, output: output(mark), status })
      })
      if (random.chance(0.3)) answers.reverse()
      return random.chance(0.3) ? [...before, ...made.flatMap((call, i) => [call, answers[i]!])] : [...before, ...made, ...answers]
    }
    case 'thing':
      return [thing(random)]
    case 'user':
      return [say(random, 'user')]
    case 'assistant':
      return [say(random, 'assistant')]
    case 'system':
      return [say(random, 'system')]
  }
}

/** What curation does to it: messages hidden, moved by a merge, doubled by a copy, corrected into other types and roles. */
function curated(random: Random): readonly MarkedMessage[] {
  const drafts = Array.from({ length: random.below(8) }, () => episode(random)).flat()
  const kept = drafts.filter(() => !random.chance(0.2)).map((draft) => (random.chance(0.05) ? thing(random) : draft))
  if (kept.length === 0) kept.push(() => ({ type: 'reasoning', text: 'All else is hidden.' }))
  for (let moves = random.below(3); moves > 0 && kept.length > 1; moves--) kept.splice(random.below(kept.length), 0, ...kept.splice(random.below(kept.length), 1))
  if (random.chance(0.1)) kept.push(random.pick(kept))
  return messagesOf(kept.map((draft, index) => draft(`#${index}#`)), [ticketType, sensor]).map((message, index) => ({ ...message, messageId: messageIdOf(index) }))
}

test('whatever was hidden, moved or edited, both forms are valid for their provider, and every difference is told', () => {
  forSeeds(12_000, (random) => {
    const messages = curated(random)
    const { messages: sent, repairs } = toOpenAIForm(messages)
    const { payload, repairs: others } = toAnthropicForm(messages, { thoughts: random.chance(0.5) })
    expect({
      openai: [...openaiProblems(sent), ...undisclosedByOpenAI(messages, sent, repairs)],
      anthropic: [...anthropicProblems(payload), ...undisclosedByAnthropic(messages, payload, others)],
    }).toEqual({ openai: [], anthropic: [] })
  })
})
