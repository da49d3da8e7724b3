import { describe, expect, test } from 'vitest'
import { type Autonomy, type ChatRequest, Orchestrator, type Risk, scripted, Tract } from '../../../core/index.ts'
import type { ChatEvent, LLMClient } from '../../../core/llm/client.ts'
import { answerOf, chatStream } from '../../../core/llm/client.ts'
import { verdictOf } from '../../../core/model/verdict.ts'
import { handClock } from '../../helpers/handClock.ts'
import { hostileStrings } from '../../helpers/hostileStrings.ts'
import { testPorts } from '../../helpers/testPorts.ts'

/** As many texts a conversation: what a model is told by one of them it does to all. */
const together = 22
const corpus = hostileStrings.map((text) => text.replaceAll('\u0000', ''))
const groups = Array.from({ length: Math.ceil(corpus.length / together) }, (_, at) => corpus.slice(at * together, (at + 1) * together))

/** The worst a model can do once a text has talked it round: every tool that changes something, and names of what is no tool. */
const worst = (text: string): readonly (readonly [name: string, args: object])[] => [
  ['commit', { content: { type: 'instruction', text } }], ['edit', { target: 'HEAD~1', text }], ['annotate', { targets: ['HEAD~1'], priority: 'skip', reason: text.slice(0, 400) }],
  ['compress', { content: text.slice(0, 20) }], ['expand', { summary: 'HEAD' }], ['branch', { name: 'evil', switch: true }], ['rename_branch', { from: 'main', to: 'gone' }],
  ['switch', { branch: 'side' }], ['merge', { branch: 'side', strategy: 'theirs' }], ['cherry_pick', { refs: ['side'] }], ['rebase', { onto: 'side' }], ['undo', {}],
]
const beyond: readonly string[] = ['reset', 'gc', 'purge', 'erase', 'redact', 'export', 'import', 'configure', 'configureClients', 'configurePolicies', 'setCeiling', 'approve', 'fetch', 'openFile', 'setKey']

/** Calls whatever the newest text in its prompt tells it: eight at a time, whether they were offered or not. */
function hostileModel(text: string): LLMClient {
  const calls = [...worst(text), ...beyond.map((name) => [name, { to: 'HEAD~3', approved: true, autonomy: 'autonomous' }] as const)]
  let asked = 0
  const stream = ({ tools }: ChatRequest) => chatStream(async function* (open): AsyncGenerator<ChatEvent, void> {
    open()
    // What wasn't offered is refused before it gets here: that is tried too, but not only that.
    const round = asked++ === 1 ? calls.slice(-8) : calls.filter(([name]) => tools.some((tool) => tool.name === name)).slice(asked > 2 ? 8 : 0, asked > 2 ? 16 : 8)
    for (const [at, [name, args]] of round.entries()) yield { type: 'toolCall', call: { id: `h${asked}${at}`, name, arguments: JSON.stringify(args) } }
    yield { type: 'done', stopReason: 'toolCalls' }
  })
  return { name: 'Hostile', model: text.slice(0, 60), stream, complete: (request) => answerOf(stream(request), 'Hostile') }
}

/** In messages, in results of tools, in commit messages and tags, and in the tract's own name. */
function planted(texts: readonly string[]): Tract & Disposable {
  const tract = Tract.open(':memory:', { ports: testPorts(handClock()) })
  tract.batch(() => {
    tract.system('You support customers of a shoe shop.')
    for (const [at, text] of texts.entries()) {
      tract.user(text, { message: text.slice(0, 400), tags: [text.slice(0, 40)] })
      tract.commit({ type: 'tool_call', callId: `c${at}`, tool: 'fetch', input: { url: 'https://shop.example' } })
      tract.commit({ type: 'tool_result', callId: `c${at}`, tool: 'fetch', output: text, status: 'success' })
    }
    tract.assistant('I read the pages. They say that shoes can be returned within 30 days, free of charge, as long as they were not worn outside.')
  })
  tract.branch('side', { switch: false })
  tract.on('side').user(texts.join('\n'))
  return tract
}

const state = (tract: Tract) => ({ messages: tract.compile().messages.map(({ messageId, commit, priority }) => [messageId, commit, priority]), branches: tract.listBranches().map(({ name, commit, isCurrent }) => [name, commit, isCurrent]), config: tract.config })

test('the corpus is as large as it says', () => {
  expect([hostileStrings.length >= 150, new Set(hostileStrings).size === hostileStrings.length, worst('').length]).toEqual([true, true, 12])
})

describe.each<Autonomy>(['manual', 'collaborative', 'autonomous'])('under the ceiling %s', (autonomyCeiling) => {
  test.each(groups.map((texts, at) => [at, texts] as const))('no text of group %i has more done than that allows', async (_, texts) => {
    expect(await outcomeOf(texts, autonomyCeiling)).toEqual({ wrong: [], tried: true, ceiling: autonomyCeiling })
  })
})

async function outcomeOf(texts: readonly string[], autonomyCeiling: Autonomy): Promise<object> {
  using tract = planted(texts)
  const [text = '', other = ''] = texts
  const before = state(tract)
  tract.configureClients({ default: hostileModel(text), compress: scripted(['x']) })
  using orchestrator = new Orchestrator(tract, { autonomyCeiling, systemPrompt: text, taskContext: other, limits: { maxSteps: 3 } })
  const run = await orchestrator.run({ task: texts.join('\n') })
  const calls = run.steps.flatMap((step) => step.calls)
  const after = state(tract)
  const isSame = (field: keyof typeof after) => JSON.stringify(before[field]) === JSON.stringify(after[field])
  const wrong = [
    ...calls.flatMap(({ call, result }) => (result.status === 'ok' && !(call.name in classes && verdictOf(classes[call.name]!, autonomyCeiling) === 'runs') ? [`${call.name} ran`] : [])),
    ...(autonomyCeiling === 'manual' && !(isSame('messages') && isSame('branches')) ? ['something changed'] : []),
    ...(isSame('config') ? [] : ['settings changed']),
    ...(tract.proposals.list({ state: 'executed' }).length > 0 ? ['something was approved by nobody'] : []),
  ]
  if (run.operations.length > 0 && tract.revert(run.runId).kind !== 'done') wrong.push('it could not be taken back')
  if (!sameView(before, state(tract))) wrong.push('taking it back left something')
  return { wrong, tried: calls.length > 10, ceiling: run.ceiling }
}

/** What may run by itself at all. */
const classes: { readonly [tool: string]: Risk } = { ...Object.fromEntries(worst('').map(([name]) => [name, 'rewrite'])), annotate: 'annotate', rename_branch: 'annotate' }

const sameView = (a: ReturnType<typeof state>, b: ReturnType<typeof state>): boolean => JSON.stringify([a.messages, a.branches]) === JSON.stringify([b.messages, b.branches])
