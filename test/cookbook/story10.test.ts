import { expect, test } from 'vitest'
import { type ChatAnswer, type ChatEvent, demo, type LLMClient, Orchestrator, type Policy, promptOf, queueForReview, type Reviewer, scripted, ToolExecutor, Tract } from 'tract-studio'
import { printed } from '../helpers/printed.ts'
import { calling } from '../helpers/toolAnswers.ts'

const long = 'and all the details of it, from the first day to the last one, with every reason that anybody gave for it and against it, and what came of that in the end'

test('10/01 — Self-Managed Context', async () => {
  using output = printed()
  {
    using tract = Tract.open()
    tract.configureClients({ default: scripted([calling(['compress', { content: 'They counted to two.' }]), 'I made some room.']) })
    tract.user(`Let us count together, slowly and out loud: one, ${long}.`)
    tract.assistant('Gladly, I like counting together. After one comes two.')
    tract.user('Keep yourself tidy.')

    const tools = new ToolExecutor(tract.as('assistant'), { profile: 'self' })
    for (let reply = await tract.generate({ tools: tools.listTools() }); reply.toolCalls.length > 0; reply = await tract.generate({ tools: tools.listTools() })) {
      for (const call of reply.toolCalls) {
        const done = await tools.execute(call)
        console.log(call.name, done.status)
        tract.commit(done.content)
      }
    }
    console.log(tract.compile().messages[0]?.content, '|', tract.compile().messages.at(-1)?.content)
    console.log(tract.compile().repairs('openai').length) // the call that was compressed away with the rest is mended
  }
  expect(output.lines).toEqual([['compress', 'ok'], ['They counted to two.', '|', 'I made some room.'], [1]])
})

test('10/02 — Trigger-Based Orchestration', async () => {
  using output = printed()
  {
    using tract = Tract.open(':memory:', { budget: { maxTokens: 900 } })
    tract.configureClients({ default: demo() })
    using orchestrator = new Orchestrator(tract, {
      autonomyCeiling: 'autonomous',
      triggers: { onTokenThreshold: 0.7 },
      limits: { maxSteps: 5, maxCostUsd: 0.1 },
      onStep: ({ step, calls }) => console.log(step, calls.map(({ call }) => call.name)),
    })
    for (let turn = 1; turn <= 4; turn++) {
      await tract.chat(`Question ${turn}: what about shoes, ${long}?`)
      await tract.settled()
    }
    for (const run of orchestrator.runs().items) console.log(run.startedBy, run.outcome?.kind, run.steps.length)
    console.log(tract.status().budget?.over)
  }
  expect(output.lines).toEqual([[1, ['read_messages']], [2, ['compress']], [3, []], ['tokenThreshold', 'done', 3], [false]])
})

test('10/03 — Human-in-the-Loop Orchestration', async () => {
  using output = printed()
  {
    const answers = ['shorter', 'no']
    const signOff: Reviewer = async ({ action, effect }) => {
      console.log(action.tool, effect === null ? 'only a model can tell' : effect.tokensBefore - effect.tokensAfter > 0)
      const answer = await Promise.resolve(answers.shift())
      if (answer === 'yes') return { decision: 'approve' }
      if (answer === 'shorter' && action.tool === 'compress') return { decision: 'modify', args: { ...action.args, content: 'Settled.' } }
      return { decision: 'reject', reason: 'compliance wants the full text' }
    }
    using tract = Tract.open()
    tract.user(`A transfer of 500, ${long}.`)
    tract.assistant(`It is booked, ${long}.`)
    tract.configureClients({ orchestrate: scripted([calling(['compress', { content: `A transfer was booked, ${long}.` }]), calling(['edit', { target: 'HEAD', text: 'x' }]), 'Done as far as I may.']) })
    using orchestrator = new Orchestrator(tract, { autonomyCeiling: 'collaborative', onProposal: signOff })

    const result = await orchestrator.run({ task: 'Keep the context under 50 %.' })
    for (const { calls } of result.steps) for (const { call, result: outcome } of calls) console.log(call.name, outcome.status)
    if (result.outcome?.kind === 'done') console.log(result.outcome.text)
    console.log(tract.compile().messages.map(({ content }) => content))
  }
  expect(output.lines).toEqual([['compress', true], ['edit', true], ['compress', 'ok'], ['edit', 'rejected'], ['Done as far as I may.'], [['Settled.']]])
})

test('X.8 — Human Interjection Mid-Conversation', async () => {
  using tract = Tract.open()
  tract.user('Prepare the handover.')
  const wrong = tract.assistant('The dose of 500 mg is due at ten.')
  tract.configureClients({ orchestrate: scripted([calling(['annotate', { targets: ['HEAD~1'], priority: 'skip' }]), 'Ready for the night.']) })
  using orchestrator: Orchestrator = new Orchestrator(tract, { onStep: () => orchestrator.pause() })
  const paused = await orchestrator.run({ task: 'Prepare this context for the night shift.' })
  expect([paused.outcome?.kind, paused.steps.length]).toEqual(['paused', 1])

  const [hit] = tract.search('"dose of 500 mg"', { roles: ['assistant'] }).items
  expect(hit?.messageId === wrong.hash).toBe(true)
  tract.edit(wrong.hash, 'The dose of 50 mg is due at ten.', { message: 'corrected by Dr. Weber' })
  tract.annotate(wrong.hash, 'pinned', { reason: 'safety' })
  const resumed = await orchestrator.resume()
  expect([resumed.outcome?.kind, resumed.runId === paused.runId, tract.compile().messages.map(({ content }) => content)]).toEqual(['done', true, ['The dose of 50 mg is due at ten.']])
  tract.revert(resumed.runId)
  expect(tract.compile().messages.map(({ content }) => content)).toEqual(['Prepare the handover.', 'The dose of 50 mg is due at ten.'])
})

test('research — the loop, wired by yourself; proposals decided later', async () => {
  using tract = Tract.open()
  tract.user(`What did we decide, ${long}?`)
  tract.assistant(`We decided on blue, ${long}.`)
  using orchestrator = new Orchestrator(tract)
  const tools = new ToolExecutor(tract.as({ kind: 'orchestrator', id: 'mine' }), { profile: 'self', autonomy: 'collaborative', onProposal: queueForReview })

  using mind = Tract.open() // the loop's own conversation is a tract as well
  mind.configureClients({ default: scripted([calling(['annotate', { targets: ['HEAD'], priority: 'pinned' }], ['compress', { to: 'HEAD~1', content: 'They asked.' }]), 'It is in good shape.']) })
  mind.system('You keep a conversation in good shape. Say so and call nothing when it is.')
  mind.user(orchestrator.assess().text)
  for (let step = 0; step < 10; step++) {
    const reply = await mind.generate({ tools: tools.listTools(), temperature: 0 })
    if (reply.toolCalls.length === 0) break
    for (const call of reply.toolCalls) mind.commit((await tools.execute(call)).content)
  }
  const [waiting] = tract.proposals.list()
  expect([tract.proposals.list().length, waiting?.action.tool, waiting?.from]).toEqual([1, 'compress', { kind: 'orchestrator', id: 'mine' }])
  expect([(await tract.proposals.approve(waiting!.id)).kind, tract.compile().messages[0]?.content]).toEqual(['executed', 'They asked.'])
})

test('research — policies trigger, the orchestrator reasons, the ceiling constrains', async () => {
  const underPressure: Policy = {
    name: 'ask-the-orchestrator',
    trigger: 'turn',
    autonomy: 'autonomous',
    evaluate: ({ status }) => ((status.budget?.pct ?? 0) < 85 ? null : { tool: 'orchestrate', args: { task: 'Bring the context under 50 %.' }, reason: 'over 85 % of the budget' }),
  }
  using tract = Tract.open(':memory:', { budget: { maxTokens: 400 } })
  tract.configureClients({ default: demo() })
  using orchestrator = new Orchestrator(tract, { autonomyCeiling: 'collaborative' }) // the lower of the two counts
  tract.configurePolicies([underPressure], { autonomy: 'autonomous' })
  for (let turn = 1; turn <= 3; turn++) await tract.chat(`A very long question, ${long}.`)
  await tract.settled()
  expect([orchestrator.runs().items[0]?.startedBy, tract.proposals.list().map(({ action }) => action.tool)]).toEqual(['policy', ['compress']])
})

test('research — a client of your own', async () => {
  const asked: string[] = []
  const house: LLMClient = {
    name: 'house',
    model: 'house-7b',
    complete({ prompt, tools }): Promise<ChatAnswer> {
      asked.push(...prompt.toOpenAI().map(({ role }) => role), String(tools.length > 0))
      return Promise.resolve({ text: 'It is fine.', toolCalls: [], usage: null, stopReason: 'end' })
    },
    async *stream(request, signal): AsyncIterable<ChatEvent> {
      const { text, stopReason } = await this.complete(request, signal)
      yield { type: 'text', text }
      yield { type: 'done', stopReason }
    },
  }
  using tract = Tract.open()
  tract.user('Hello')
  tract.configureClients({ orchestrate: house })
  using orchestrator = new Orchestrator(tract, { systemPrompt: 'You look after the context of a medical assistant. Never compress dosages.', taskContext: 'Night shift, ward 3.' })
  expect([(await orchestrator.run()).outcome, asked]).toEqual([{ kind: 'done', text: 'It is fine.' }, ['system', 'user', 'true']])
  expect(promptOf([{ type: 'dialogue', role: 'user', text: orchestrator.assess().text }]).messages[0]?.content.includes('"pinned":0')).toBe(true)
})

test('X.7 — Drift Steering', async () => {
  using tract = Tract.open()
  tract.configureClients({ default: scripted(['With a walk through the slides.', 'Comfortable ones.']), orchestrate: scripted([calling(['compress', { from: 'HEAD~1', to: 'HEAD', content: 'Shoes: comfortable ones.' }]), 'One short message.']) })
  using orchestrator = new Orchestrator(tract, { autonomyCeiling: 'autonomous', profile: 'full' })
  await tract.chat(`Help me plan the talk, ${long}.`)
  tract.branch('shoes') // where a policy would have opened one
  await tract.chat(`By the way, which shoes should I wear, ${long}?`)
  expect((await orchestrator.run({ task: 'Compress this tangent to one short message.' })).outcome?.kind).toBe('done')
  tract.switch('main')
  expect([tract.merge('shoes', { deleteBranch: true }).kind, tract.compile().messages.map(({ content }) => content).slice(1)]).toEqual(['fastForward', ['With a walk through the slides.', 'Shoes: comfortable ones.']])
})

test('X.13 — Fully Autonomous Agent', async () => {
  using tract = Tract.open(':memory:', { budget: { maxTokens: 1200 } })
  const check = (turn: number): Parameters<typeof scripted>[0] => [calling(['status', {}], ['commit', { content: { type: 'output', text: `Check ${turn}: the build is green, ${long}.`, format: 'text' } }]), `Check ${turn} is done.`]
  tract.configureClients({ default: scripted(Array.from({ length: 8 }, (_, at) => check(at + 1)).flat()), orchestrate: demo(), compress: demo() })
  using orchestrator = new Orchestrator(tract, { autonomyCeiling: 'autonomous', triggers: { onTokenThreshold: 0.7 } })
  const tools = new ToolExecutor(tract.as('autopilot'), { profile: 'self' })
  tract.user('Watch the build and keep yourself tidy.')
  for (let turn = 1; turn <= 16; turn++) {
    const reply = await tract.generate({ tools: tools.listTools() })
    for (const call of reply.toolCalls) tract.commit((await tools.execute(call)).content)
    if (reply.toolCalls.length === 0) tract.user('Next check.')
    await tract.settled()
  }
  const runs = orchestrator.runs().items
  expect([runs.length > 0, runs.every(({ outcome }) => outcome?.kind === 'done'), runs.some(({ operations }) => operations.length > 0)]).toEqual([true, true, true])
  expect([tract.status().budget?.over, tract.workspace.fsck('full').ok, tract.operations({ limit: 500 }).items.some(({ author }) => author.id === 'autopilot')]).toEqual([false, true, true])
})
