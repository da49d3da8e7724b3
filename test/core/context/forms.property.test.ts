import { expect, test } from 'vitest'
import { promptOf } from '../../../core/context/prompt.ts'
import type { Content } from '../../../core/model/content.ts'
import type { Json } from '../../../core/model/json.ts'
import { anthropicProblems } from '../../helpers/anthropicGrammar.ts'
import { openaiProblems } from '../../helpers/openaiGrammar.ts'
import { forSeeds } from '../../helpers/random.ts'
import type { Random } from '../../helpers/random.ts'

const inputs: readonly Json[] = [{}, { city: 'Bern' }, [], [1, 2], null, 'Bern', 7, { nested: { '"': '\u2028' } }]
const texts = ['Hello.', ' ', '', '\n\t', 'Yes. \n', '你好', '👩‍👩‍👧', '\u00a0']
const callIds = ['call_0', 'call_1', 'call_2', 'toolu 1', 'é', 'x'.repeat(60), `${'x'.repeat(60)}y`, 'call_0-2']
const tools = ['weather', 'files.read', 'a b', 'très_long'.repeat(12)]
const names = ['ada', 'Ada Lovelace', '<b>', 'n'.repeat(80)]

/** A reply or a message as a history holds it: a question, an answer, thoughts, calls with their results. */
function episode(random: Random): Content[] {
  const say = (role: 'user' | 'assistant' | 'system'): Content => ({ type: 'dialogue', role, text: random.pick(texts), ...(random.chance(0.15) ? { name: random.pick(names) } : {}) })
  switch (random.weighted({ user: 5, assistant: 4, system: 1, instruction: 1, tools: 6 })) {
    case 'tools': {
      const calls = Array.from({ length: 1 + random.below(3) }, () => ({ callId: random.pick(callIds), tool: random.pick(tools) }))
      const before: Content[] = [...(random.chance(0.3) ? [{ type: 'reasoning', text: 'hm' } as const] : []), ...(random.chance(0.3) ? [say('assistant')] : [])]
      const made = calls.map((call): Content => ({ type: 'tool_call', ...call, input: random.pick(inputs) }))
      const answers = calls.map((call): Content => ({ type: 'tool_result', ...call, output: random.pick(inputs), status: random.pick(['success', 'error']) }))
      return random.chance(0.3) ? [...before, ...made.flatMap((call, i) => [call, answers[i]!])] : [...before, ...made, ...answers]
    }
    case 'instruction':
      return [{ type: 'instruction', text: random.pick(texts) }]
    case 'user':
      return [say('user')]
    case 'assistant':
      return [say('assistant')]
    case 'system':
      return [say('system')]
  }
}

/** What curation does to it: messages hidden, moved by a merge, doubled by a copy. */
function curated(random: Random): Content[] {
  const messages = Array.from({ length: random.below(7) }, () => episode(random)).flat()
  const kept = messages.filter(() => !random.chance(0.2))
  if (kept.length === 0) return [{ type: 'reasoning', text: 'All else is hidden.' }]
  for (let moves = random.below(3); moves > 0 && kept.length > 1; moves--) kept.splice(random.below(kept.length), 0, ...kept.splice(random.below(kept.length), 1))
  if (random.chance(0.1)) kept.push(random.pick(kept))
  return kept
}

test('whatever was hidden, moved or edited, both forms are valid for their provider, and no words are lost', () => {
  forSeeds(12_000, (random) => {
    const contents = curated(random)
    const prompt = promptOf(contents)
    const [openai, anthropic] = [prompt.toOpenAI(), prompt.toAnthropic()]
    const lost = [...lostWords(contents, JSON.stringify(openai)), ...lostWords(contents, JSON.stringify(anthropic))]
    expect([...openaiProblems(openai), ...anthropicProblems(anthropic), ...lost]).toEqual([])
  })
})

/** Words and results that are not found in what is sent. */
function lostWords(contents: readonly Content[], sent: string): string[] {
  return contents.flatMap((content) => {
    const words = content.type === 'tool_result' ? (typeof content.output === 'string' ? content.output : '') : content.type === 'dialogue' || content.type === 'instruction' ? content.text.trim() : ''
    return sent.includes(JSON.stringify(words).slice(1, -1)) ? [] : [`lost: ${words}`]
  })
}
