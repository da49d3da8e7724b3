import { describe, expect, test } from 'vitest'
import { demo, Orchestrator, type OrchestratorConfig, type Policy, scripted, Tract } from '../../../core/index.ts'
import { handClock } from '../../helpers/handClock.ts'
import { testPorts } from '../../helpers/testPorts.ts'
import { calling } from '../../helpers/toolAnswers.ts'

const open = (config: OrchestratorConfig, clock = handClock()) => {
  const tract = Tract.open(':memory:', { ports: testPorts(clock), budget: { maxTokens: 200 } })
  tract.configureClients({ default: demo() })
  const orchestrator = new Orchestrator(tract, config)
  return { tract, orchestrator, clock, startedBy: () => orchestrator.runs().items.map((run) => run.startedBy) }
}
const long = 'We talked about shoes for a long time, and about boots, and about sandals, and what it costs to send them back to the shop in the old town.'

describe('a run starts by itself', () => {
  test('after so many commits, whoever made them, and not by its own', async () => {
    const { tract, startedBy } = open({ triggers: { onCommitCount: 3 }, autonomyCeiling: 'autonomous' })
    using _ = tract
    for (let turn = 1; turn <= 7; turn++) {
      tract.user(`Turn ${turn}: it must be red.`)
      // oxlint-disable-next-line no-await-in-loop -- what one turn sets off ends before the next
      await tract.settled()
    }
    expect(startedBy()).toEqual(['commitCount', 'commitCount'])
    expect(tract.operations().items.filter(({ author }) => author.kind === 'orchestrator' && author.id === 'orchestrator').length > 0).toBe(true)
  })

  test('when the context fills its budget, once, until it was well below', async () => {
    const { tract, startedBy } = open({ triggers: { onTokenThreshold: 0.7 } })
    using _ = tract
    for (let turn = 1; turn <= 5; turn++) tract.user(`${turn} ${long}`)
    await tract.settled()
    tract.user(long)
    await tract.settled()
    expect(startedBy()).toEqual(['tokenThreshold'])
  })

  test('after the context was sent, and by the clock', async () => {
    const { tract, clock, startedBy } = open({ triggers: { onCompile: true, onScheduleMs: 60_000 } })
    using _ = tract
    await tract.chat('Hello')
    await tract.settled()
    clock.advance(60_000)
    await tract.settled()
    clock.advance(30_000)
    await tract.settled()
    expect(startedBy()).toEqual(['schedule', 'compile'])
  })

  test('no more than six times an hour, and never once it was disposed', async () => {
    const { tract, orchestrator, clock, startedBy } = open({ triggers: { onScheduleMs: 60_000 } })
    using _ = tract
    tract.user('Hello')
    for (let minute = 0; minute < 9; minute++) {
      clock.advance(60_000)
      // oxlint-disable-next-line no-await-in-loop -- one run after the other
      await tract.settled()
    }
    expect(startedBy().length).toBe(6)
    orchestrator[Symbol.dispose]()
    clock.advance(7_200_000)
    await tract.settled()
    expect(orchestrator.runs().items.length).toBe(6)
  })

  test('not in a dry run, not by undo, and not while it is paused', async () => {
    const { tract, orchestrator, startedBy } = open({ triggers: { onCommitCount: 2 }, onStep: () => orchestrator.pause() })
    using _ = tract
    tract.dryRun(() => [tract.user('a'), tract.user('b')])
    tract.user('a')
    tract.undo()
    await tract.settled()
    expect(startedBy()).toEqual([])
    tract.batch(() => [tract.user('b'), tract.user('c')])
    await tract.settled()
    tract.batch(() => [tract.user('d'), tract.user('e')])
    await tract.settled()
    expect([startedBy(), orchestrator.state]).toEqual([['commitCount'], 'paused'])
  })

  test('when a policy hands a matter to it: the lower of both levels counts', async () => {
    const { tract, orchestrator } = open({ autonomyCeiling: 'autonomous' })
    using _ = tract
    tract.configureClients({ orchestrate: scripted([calling(['annotate', { targets: ['HEAD'], priority: 'pinned' }]), 'Done.']) })
    const ask: Policy = { name: 'ask', trigger: 'commit', autonomy: 'manual', evaluate: () => ({ tool: 'orchestrate', args: { task: 'Look at it.' }, reason: 'something new' }) }
    tract.configurePolicies([ask], { autonomy: 'autonomous' })
    tract.user('Hello')
    await tract.settled()
    const [run] = orchestrator.runs().items
    expect([run?.startedBy, run?.task, run?.ceiling, run?.proposals.length, run?.outcome?.kind]).toEqual(['policy', 'Look at it.', 'manual', 1, 'done'])
  })

  test('policies are held while it runs, and look once after it', async () => {
    const { tract, orchestrator } = open({ autonomyCeiling: 'autonomous' })
    using _ = tract
    let looked = 0
    tract.configurePolicies([{ name: 'counter', trigger: 'commit', evaluate: () => (looked++, null) }])
    tract.user('Hello')
    const before = looked
    tract.configureClients({ orchestrate: scripted([calling(['annotate', { targets: ['HEAD'], priority: 'pinned' }]), calling(['annotate', { targets: ['HEAD'], priority: 'normal' }]), 'Done.']) })
    const running = orchestrator.run()
    tract.user('Meanwhile.')
    tract.user('And more.')
    expect(looked).toBe(before)
    await running
    expect(looked).toBe(before + 1)
  })
})
