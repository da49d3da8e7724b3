import { describe, expect, test } from 'vitest'
import { anthropic, autoApprove, demo, openai, Orchestrator, type OrchestratorConfig, rejectAll, type RunResult, scripted, Tract } from '../../../core/index.ts'
import { startAnthropicServer } from '../../helpers/anthropicServer.ts'
import { faultOf, faultOfPromise } from '../../helpers/faultOf.ts'
import { holdingClient, words } from '../../helpers/holdingClient.ts'
import type { ModelServer } from '../../helpers/modelServer.ts'
import { startOpenAIServer } from '../../helpers/openaiServer.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'
import { calling } from '../../helpers/toolAnswers.ts'
import { toolScene } from '../../helpers/toolScene.ts'

const providers = [
  ['openai', startOpenAIServer, (server: ModelServer) => openai({ apiKey: 'key', model: 'small', baseUrl: server.url })],
  ['anthropic', startAnthropicServer, (server: ModelServer) => anthropic({ apiKey: 'key', model: 'small', baseUrl: server.url })],
] as const
const told = ({ steps }: RunResult) => steps.map(({ calls }) => calls.map(({ call, result }) => `${call.name} ${result.status}`))
const view = (tract: Tract) => JSON.stringify([tract.compile().messages, tract.listBranches().map(({ name, commit }) => [name, commit])])
const pin = ['annotate', { targets: ['HEAD~1'], priority: 'pinned' }] as const
const shorten = ['compress', { content: 'They talked about returning shoes.' }] as const

test.each(providers)('a run over %s: it assesses, calls, hears the results, and ends; one revert takes it back', async (_, start, connect) => {
  const server = await start({ key: 'key' })
  const answer = (...calls: readonly (readonly [string, object])[]) => ({ kind: 'answer', text: 'I look.', toolCalls: calls.map(([name, args], at) => ({ id: `c${at}${server.requests.length}`, name, arguments: JSON.stringify(args) })), usage: { input: 100, output: 10 } }) as const
  server.script(answer(['status', {}], ['read_messages', { last: 2 }]), answer(['compress', { to: 'HEAD~2', content: 'Returns take 10 to 40 days.' }], ['annotate', { targets: ['HEAD'], priority: 'nonsense' }]), 'All is well.')
  try {
    using tract = toolScene()
    tract.configureClients({ orchestrate: connect(server) })
    const before = view(tract)
    using orchestrator = new Orchestrator(tract, { autonomyCeiling: 'autonomous', taskContext: 'A shoe shop.' })
    const run = await orchestrator.run({ task: 'Keep it small.' })
    expect([told(run), run.outcome]).toEqual([[['status ok', 'read_messages ok'], ['compress ok', 'annotate error'], []], { kind: 'done', text: 'All is well.' }])
    expect([run.usage.inputTokens > 200, run.usage.rows.length, run.task, run.startedBy]).toEqual([true, 3, 'Keep it small.', 'call'])
    const bodies = server.requests.map(({ body }) => JSON.stringify(body))
    expect([bodies[0]?.includes('A shoe shop.'), bodies[0]?.includes('Keep it small.'), bodies[0]?.includes('how long can I return'), bodies[2]?.includes('tool/bad-arguments')]).toEqual([true, true, true, true])
    expect(orchestrator.runs().items[0]).toEqual(run)
    const redone = tract.revert(run.runId)
    expect([redone.kind, view(tract) === before, tract.revert(run.runId).kind, tract.undo().kind, view(tract) === before]).toEqual(['done', true, 'nothing', 'done', false])
    expect([tract.workspace.fsck('deep').findings, tract.workspace.replay().kind]).toEqual([[], 'same'])
  } finally {
    await server.close()
  }
})

describe('the gate', () => {
  const runWith = async (config: OrchestratorConfig, ...answers: Parameters<typeof scripted>[0][number][]) => {
    const tract = toolScene()
    const model = scripted([...answers, 'Done.'])
    tract.configureClients({ orchestrate: model })
    using orchestrator = new Orchestrator(tract, config)
    return { tract, model, run: await orchestrator.run() }
  }

  test.each([
    ['manual', ['read_messages ok', 'annotate proposed', 'compress proposed']],
    ['collaborative', ['read_messages ok', 'annotate ok', 'compress proposed']],
    ['autonomous', ['read_messages ok', 'annotate ok', 'compress error']],
  ] as const)('%s: what runs and what waits', async (autonomyCeiling, expected) => {
    const { tract, run } = await runWith({ autonomyCeiling }, calling(['read_messages', { last: 1 }], pin, shorten))
    using _ = tract
    expect([told(run)[0], run.proposals.length, tract.proposals.list().map(({ from, reasoning }) => [from.kind, reasoning])]).toEqual([
      expected, expected.filter((one) => one.endsWith('proposed')).length, run.proposals.map(() => ['orchestrator', 'Because of read_messages, annotate, compress.']),
    ])
  })

  test('the tract\'s own autonomy counts too: the lower one wins', async () => {
    using tract = toolScene()
    tract.configurePolicies([], { autonomy: 'manual' })
    tract.configureClients({ orchestrate: scripted([calling(pin), 'Done.']) })
    using orchestrator = new Orchestrator(tract, { autonomyCeiling: 'autonomous' })
    expect(told(await orchestrator.run())[0]).toEqual(['annotate proposed'])
  })

  test('a rejection goes back with its reason; what waits already is not proposed twice', async () => {
    const { tract, model, run } = await runWith({ onProposal: rejectAll('code freeze') }, calling(shorten), calling(shorten))
    using _ = tract
    expect([told(run), run.proposals, model.requests[1]?.prompt.toDicts().at(-1)?.content, tract.proposals.list({ state: 'rejected' }).length]).toEqual([
      [['compress rejected'], ['compress rejected'], []], [], 'A person rejected this: "code freeze". Nothing has changed.', 1,
    ])
    tract.configureClients({ orchestrate: scripted([calling(['merge', { branch: 'side' }]), calling(['merge', { branch: 'side' }]), 'Done.']) })
    using orchestrator = new Orchestrator(tract)
    expect((await orchestrator.run()).proposals.length).toBe(1)
  })

  test('an approval carries out what was shown, in the name of the orchestrator', async () => {
    const { tract, run } = await runWith({ onProposal: autoApprove }, calling(['merge', { branch: 'side' }]))
    using _ = tract
    expect([told(run)[0], run.proposals, tract.compile().messages.some(({ content }) => content === 'And what about boots?')]).toEqual([['merge ok'], [], true])
    expect(tract.proposals.list({ state: 'executed' }).map(({ action }) => action)).toEqual([{ tool: 'merge', args: { branch: 'side' } }])
  })

  test('a ceiling can be lowered while it runs, and raised only when nothing runs', async () => {
    using tract = toolScene()
    tract.configureClients({ orchestrate: scripted([calling(pin), calling(['annotate', { targets: ['HEAD~1'], priority: 'skip' }]), 'Done.']) })
    const refusals: string[] = []
    using orchestrator: Orchestrator = new Orchestrator(tract, { onStep: () => {
      orchestrator.setCeiling('manual')
      refusals.push(faultOf(() => orchestrator.setCeiling('autonomous')))
    } })
    expect([told(await orchestrator.run()), refusals[0], faultOf(() => orchestrator.setCeiling('autonomous'))]).toEqual([[['annotate ok'], ['annotate proposed'], []], 'orchestrator/running', 'none'])
  })
})

describe('a run ends', () => {
  const ended = async (config: OrchestratorConfig, answers: Parameters<typeof scripted>[0]) => {
    using tract = toolScene()
    tract.configureClients({ orchestrate: scripted(answers) })
    using orchestrator = new Orchestrator(tract, { autonomyCeiling: 'autonomous', ...config })
    const before = view(tract)
    const run = await orchestrator.run()
    const calls = run.steps.flatMap(({ calls: made }) => made)
    expect(calls.every(({ call, result }) => result.callId === call.id), 'one result for each call').toBe(true)
    if (run.operations.length > 0) expect([tract.revert(run.runId).kind, view(tract) === before]).toEqual(['done', true])
    return [run.outcome, calls.length]
  }
  const forever = (...calls: readonly (readonly [string, object])[]) => Array.from({ length: 30 }, () => calling(...calls))

  test.each<[string, OrchestratorConfig, Parameters<typeof scripted>[0], unknown, number]>([
    ['at the third call of the same', {}, forever(pin), { kind: 'limit', limit: 'maxIdenticalCalls' }, 3],
    ['going back and forth', {}, Array.from({ length: 30 }, (_, at) => calling(at % 2 ? pin : ['annotate', { targets: ['HEAD'], priority: 'skip' }])), { kind: 'limit', limit: 'maxIdenticalCalls' }, 5],
    ['counting', {}, Array.from({ length: 30 }, (_, at) => calling(['log', { limit: at + 1 }])), { kind: 'limit', limit: 'noProgress' }, 7],
    ['after its rounds', { limits: { maxSteps: 2 } }, Array.from({ length: 30 }, (_, at) => calling(['branch', { name: `b${at}`, switch: false }])), { kind: 'limit', limit: 'maxSteps' }, 2],
    ['at too many calls at once, and runs none of them', { limits: { maxCallsPerStep: 1 } }, forever(pin, shorten), { kind: 'limit', limit: 'maxCallsPerStep' }, 2],
    ['at its tokens', { limits: { maxTokens: 10 } }, forever(pin), { kind: 'limit', limit: 'maxTokens' }, 1],
    ['when its model fails', {}, [calling(pin)], { kind: 'failed', fault: expect.objectContaining({ code: 'llm/script-ended' }) as unknown }, 1],
    ['when its model goes on calling what isn\'t there', {}, forever(['gc_purge', {}]), { kind: 'failed', fault: expect.objectContaining({ code: 'llm/protocol' }) as unknown }, 0],
  ])('%s', async (_, config, answers, outcome, calls) => {
    expect(await ended(config, answers)).toEqual([outcome, calls])
  })

  test('not because an answer could not be used: it is told, and may answer again', async () => {
    expect(await ended({}, [calling(['format_disk', {}]), calling(pin), 'Done.'])).toEqual([{ kind: 'done', text: 'Done.' }, 1])
  })

  test('when it is stopped, in the midst of an answer, and when its time is over', async () => {
    using tract = toolScene()
    const client = holdingClient()
    tract.configureClients({ orchestrate: client })
    using orchestrator = new Orchestrator(tract)
    const running = orchestrator.run()
    const { send } = await client.request(1)
    send(words('I thi'))
    expect([orchestrator.state, await faultOfPromise(orchestrator.run())]).toEqual(['running', 'orchestrator/running'])
    orchestrator.stop()
    expect([(await running).outcome, orchestrator.state]).toEqual([{ kind: 'stopped' }, 'stopped'])
    const left = new AbortController()
    const second = orchestrator.run({ signal: left.signal })
    await client.request(2)
    left.abort()
    expect((await second).outcome).toEqual({ kind: 'stopped' })
  })
})

describe('pausing', () => {
  test('finishes the step, keeps what people do meanwhile, and goes on after a restart too', async () => {
    using folder = tempFolder()
    const path = `${folder.path}/a.tract`
    {
      using tract = toolScene(path)
      tract.configureClients({ orchestrate: scripted([calling(pin)]) })
      using orchestrator: Orchestrator = new Orchestrator(tract, { onStep: () => orchestrator.pause() })
      const run = await orchestrator.run({ task: 'Prepare the night shift.' })
      expect([run.outcome, orchestrator.state, run.steps.length]).toEqual([{ kind: 'paused' }, 'paused', 1])
      tract.user('The dose must be 50 mg.')
    }
    using tract = Tract.open(path)
    const model = scripted(['All is well.'])
    tract.configureClients({ orchestrate: model })
    using orchestrator = new Orchestrator(tract)
    expect(orchestrator.state).toBe('paused')
    const resumed = await orchestrator.resume()
    expect([resumed.outcome, resumed.steps.map(({ step }) => step), orchestrator.runs().items.length, orchestrator.state]).toEqual([{ kind: 'done', text: 'All is well.' }, [1, 2], 1, 'idle'])
    const [, assessment] = model.requests[0]!.prompt.toDicts()
    expect([assessment?.content.includes('The dose must be 50 mg.'), assessment?.content.includes('Prepare the night shift.')], 'it assesses again').toEqual([true, true])
    expect(await faultOfPromise(orchestrator.resume())).toBe('orchestrator/not-paused')
    expect(tract.revert(resumed.runId).kind).toBe('done')
  })

  test('a run that a closing file cuts off has ended, and says so afterwards', async () => {
    using folder = tempFolder()
    const path = `${folder.path}/a.tract`
    const tract = toolScene(path)
    const client = holdingClient()
    tract.configureClients({ orchestrate: client })
    const orchestrator = new Orchestrator(tract)
    const running = orchestrator.run()
    await client.request(1)
    tract.close()
    expect((await running).outcome).toEqual({ kind: 'stopped' })
    using again = Tract.open(path)
    using next = new Orchestrator(again)
    expect([next.runs().items.map(({ outcome }) => outcome), next.state, again.workspace.fsck('full').findings]).toEqual([[{ kind: 'stopped' }], 'stopped', []])
  })
})

describe('one orchestrator', () => {
  test('a tract, until it is disposed', () => {
    using tract = toolScene()
    const first = new Orchestrator(tract)
    expect(faultOf(() => new Orchestrator(tract))).toBe('orchestrator/already-attached')
    first[Symbol.dispose]()
    using second = new Orchestrator(tract)
    expect(second.state).toBe('idle')
  })

  test('needs a model before anything is written', async () => {
    using tract = Tract.open()
    using orchestrator = new Orchestrator(tract)
    expect([await faultOfPromise(orchestrator.run()), orchestrator.runs().items, orchestrator.state]).toEqual(['llm/no-client', [], 'idle'])
  })

  test('stays on its branch, whatever people do with HEAD meanwhile', async () => {
    using tract = toolScene()
    tract.configureClients({ orchestrate: scripted([calling(['status', {}]), calling(['annotate', { targets: ['HEAD'], priority: 'pinned' }]), 'Done.']) })
    const main = tract.resolve('main')
    using orchestrator = new Orchestrator(tract, { onStep: ({ step }) => step === 1 && void tract.switch('side') })
    await orchestrator.run()
    expect([tract.on('main').message(main).priority, tract.log({ from: 'side', limit: 1 }).items[0]?.kind]).toEqual(['pinned', 'append'])
  })
})

describe('the demo model', () => {
  test('looks after a conversation offline, by fixed rules that call real tools', async () => {
    using tract = toolScene()
    tract.configure({ budget: { maxTokens: 300 } })
    tract.user('You must never ask for a credit card number.')
    tract.configureClients({ default: demo() })
    using orchestrator = new Orchestrator(tract, { autonomyCeiling: 'autonomous' })
    const { tokenCount } = tract.status()
    const run = await orchestrator.run()
    expect(told(run)).toEqual([['read_messages ok'], ['annotate ok', 'compress ok'], []])
    expect([tract.status().tokenCount < tokenCount, tract.compile().messages.find(({ content }) => content.includes('credit card'))?.priority]).toEqual([true, 'pinned'])
    const again = await orchestrator.run()
    expect([told(again), again.outcome?.kind]).toEqual([[['read_messages ok'], []], 'done'])
  })
})
