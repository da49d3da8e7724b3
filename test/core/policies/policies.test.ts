import { describe, expect, test } from 'vitest'
import { archivePolicy, branchPolicy, compressPolicy, demo, pinPolicy, type Policy, scripted, Tract, Workspace } from '../../../core/index.ts'
import { faultOf } from '../../helpers/faultOf.ts'
import { handClock } from '../../helpers/handClock.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'
import { testPorts } from '../../helpers/testPorts.ts'

const open = (path = ':memory:', clock = handClock()) => Tract.open(path, { ports: testPorts(clock) })
const priorities = (tract: Tract, ref: string) => tract.history(ref).annotations.map(({ priority, author }) => [priority, author.kind === 'policy' ? author.id : author.kind])
const outcomes = (tract: Tract) => tract.policyLog().items.map(({ policy, outcome }) => [policy, outcome.kind === 'held' ? outcome.because : outcome.kind]).toReversed()
const talk = (tract: Tract, turns: number) => {
  for (let nth = 0; nth < turns; nth++) {
    tract.user(`Question ${nth}: what about the shoes that I bought in the shop in Hamburg last week, in the rain?`)
    tract.assistant(`Answer ${nth}: you have sixty days for that, in every shop, also for the ones in the rain.`)
  }
}

describe('what a policy may do by itself', () => {
  test.each([
    ['manual', [['pin', 'proposed'], ['compress', 'proposed']], 0],
    ['collaborative', [['pin', 'executed'], ['compress', 'proposed']], 1],
    ['autonomous', [['pin', 'executed'], ['compress', 'executed']], 1],
  ] as const)('%s', async (autonomy, entries, pins) => {
    using tract = open()
    tract.configureClients({ default: demo({ waitMs: 0 }) })
    tract.configure({ budget: { maxTokens: 400 } })
    talk(tract, 8)
    tract.configurePolicies([pinPolicy({ patterns: [/must/] }), compressPolicy()], { autonomy })
    const must = tract.user('They must be red.')
    await tract.settled()
    expect([outcomes(tract).toSorted((a, b) => (a[0]! < b[0]! ? 1 : -1)), priorities(tract, must.hash).length]).toEqual([entries, pins])
    expect(tract.compile().messages.some(({ why }) => why.kind === 'summary')).toBe(autonomy === 'autonomous')
  })

  test('the lower of what the tract allows and what the policy allows itself counts', () => {
    using tract = open()
    const careful: Policy = { ...pinPolicy({ roles: ['user'] }), autonomy: 'manual' }
    tract.configurePolicies([careful], { autonomy: 'autonomous' })
    tract.user('a')
    tract.configure({ autonomy: 'manual' })
    tract.configurePolicies([{ ...pinPolicy({ roles: ['assistant'] }), autonomy: 'autonomous' }])
    tract.assistant('b')
    expect([tract.proposals.list().length, outcomes(tract)]).toEqual([2, [['pin', 'proposed'], ['pin', 'proposed']]])
  })

  test('its own acts, reads and undo start nothing', () => {
    using tract = open()
    const looked: string[] = []
    tract.configurePolicies([{ name: 'look', trigger: 'commit', evaluate: ({ recent }) => { looked.push(recent[0]!.kind); return null } }, pinPolicy({ roles: ['user'] })])
    tract.user('a')
    tract.compile()
    tract.status()
    tract.search('a')
    tract.undo()
    tract.redo()
    tract.dryRun(() => tract.user('b'))
    expect(looked).toEqual(['annotate'])
  })

  test('a batch is looked at once, when it is over; what fails in it is not', () => {
    using tract = open()
    tract.configurePolicies([pinPolicy({ roles: ['user'] })])
    expect(faultOf(() => tract.batch(() => { tract.user('gone'); tract.edit('no-such', 'x') }))).toBe('ref/not-found')
    tract.batch(() => { tract.user('a'); tract.user('b') })
    const [entry] = tract.policyLog().items
    expect([tract.policyLog().items.length, entry?.action.tool === 'annotate' && entry.action.args.targets.length]).toEqual([1, 2])
  })
})

describe('what was said no to', () => {
  test('a rejected pin comes back for nobody, and another message is asked about', () => {
    using tract = open()
    tract.configurePolicies([pinPolicy({ roles: ['user'] })], { autonomy: 'manual' })
    tract.user('a')
    const [first] = tract.proposals.list()
    tract.proposals.reject(first!.id, { reason: 'small talk' })
    const second = tract.user('b')
    tract.assistant('c')
    expect(tract.proposals.list().map(({ action }) => action.args)).toEqual([{ targets: [second.hash], priority: 'pinned', reason: 'PinPolicy' }])
    expect(tract.proposals.get(first!.id).state).toMatchObject({ kind: 'rejected', reason: 'small talk', by: { kind: 'user', id: 'user' } })
  })

  test('undoing what a policy did is a no; a person who marks is not overruled', () => {
    using tract = open()
    tract.configurePolicies([pinPolicy({ roles: ['user'] })])
    const a = tract.user('a')
    expect([tract.undoState().undo?.verb, tract.undoState().undo?.author]).toEqual(['policy', { kind: 'policy', id: 'pin' }])
    tract.undo()
    tract.assistant('b')
    expect([priorities(tract, a.hash), outcomes(tract)]).toEqual([[], [['pin', 'executed']]])
    const c = tract.user('c')
    tract.annotate(c.hash, 'normal')
    tract.assistant('d')
    expect(priorities(tract, c.hash)).toEqual([['pinned', 'pin'], ['normal', 'user']])
  })

  test('compression asks again when the context has grown by a tenth of the budget, not before', () => {
    using tract = open()
    tract.configure({ budget: { maxTokens: 1000 } })
    tract.configurePolicies([compressPolicy({ threshold: 0.5 })])
    const asked: number[] = []
    for (let nth = 0; nth < 20; nth++) {
      talk(tract, 1)
      for (const { id } of tract.proposals.list()) {
        asked.push(Math.floor(tract.status().budget!.pct / 10))
        tract.proposals.reject(id, { reason: 'not now' })
      }
    }
    expect(asked).toEqual([...new Set(asked)])
    expect(asked.length).toBeGreaterThan(1)
    expect(outcomes(tract).filter(([, kind]) => kind === 'rejectedBefore').length).toBeLessThanOrEqual(asked.length)
  })

  test('what waits takes the place of what the same policy asked before, and is told as held once', () => {
    using tract = open()
    tract.configure({ budget: { maxTokens: 300 } })
    tract.configurePolicies([compressPolicy({ threshold: 0.5 })])
    talk(tract, 12)
    expect([tract.proposals.list().length, tract.proposals.list({ state: 'superseded' }).length > 1]).toEqual([1, true])
    const log = tract.policyLog().items
    for (const [nth, { outcome }] of log.entries()) if (outcome.kind === 'held') expect(log[nth - 1]?.outcome.kind).not.toBe('held')
  })
})

describe('the policies that come along', () => {
  test('ArchivePolicy renames what nobody used for a while, one at a time', () => {
    const clock = handClock()
    using tract = open(':memory:', clock)
    tract.user('a')
    for (const name of ['old', 'older']) tract.branch(name, { switch: false })
    clock.advance(86_400_000)
    tract.on('old').user('later')
    clock.advance(8 * 86_400_000)
    tract.configurePolicies([archivePolicy({ inactiveDays: 7 })])
    const names = () => tract.listBranches().map(({ name }) => name)
    tract.user('b')
    expect(names()).toEqual(['main', 'archive/older', 'old'])
    tract.user('c')
    expect(names()).toEqual(['main', 'archive/older', 'old'])
    clock.advance(3_600_000)
    tract.user('d')
    expect(names()).toEqual(['main', 'archive/old', 'archive/older'])
  })

  test('BranchPolicy starts a branch where the talk drifts, and rests there', () => {
    using tract = open()
    tract.configurePolicies([branchPolicy({ window: 6, switches: 3, ignore: ['reasoning'] })], { autonomy: 'autonomous' })
    tract.user('a')
    for (const text of ['x', 'y', 'z']) {
      tract.commit({ type: 'output', text, format: 'text' })
      tract.commit({ type: 'reasoning', text })
      tract.user(text)
    }
    const { head } = tract.status()
    expect([head.kind === 'attached' && head.branch.startsWith('drift/'), tract.listBranches().length, outcomes(tract)]).toEqual([true, 2, [['branch', 'executed']]])
  })

  test('CompressPolicy lets the newest messages and what is pinned stand, and undo brings the rest back', async () => {
    using tract = open()
    tract.configureClients({ default: scripted(['They asked about shoes; sixty days.', 'Shoes.']) })
    tract.configure({ budget: { maxTokens: 500 } })
    tract.system('Be brief.')
    tract.configurePolicies([compressPolicy({ threshold: 0.6, instructions: 'Keep the days.' })], { autonomy: 'autonomous' })
    talk(tract, 5)
    const before = tract.compile().messages.length
    tract.user('One more question about the shoes, the rain, the shop in Hamburg, and the sixty days that you have told me of?')
    const [entry] = await tract.settled()
    const messages = tract.compile().messages
    expect([before > messages.length || entry !== undefined, messages[0]?.content, messages[1]?.content, messages.at(-1)?.content.startsWith('One more')]).toEqual([true, 'Be brief.', 'They asked about shoes; sixty days.', true])
  })
})

describe('policies of a file', () => {
  test('those of the library and the autonomy survive a restart; own code is named again', async () => {
    using folder = tempFolder()
    const path = folder.file('p.tract')
    {
      using tract = open(path)
      tract.configurePolicies([pinPolicy({ patterns: [/must/i] }), { name: 'mine', trigger: 'commit', evaluate: () => null }], { autonomy: 'manual' })
      tract.user('It must be kept.')
    }
    using tract = open(path)
    expect(tract.config).toMatchObject({ autonomy: 'manual', policies: [{ name: 'pin', isOn: true, settings: { policy: 'pin', patterns: [{ source: 'must', flags: 'i' }] } }, { name: 'mine', settings: null }] })
    tract.user('This MUST too.')
    const waiting = tract.proposals.list()
    expect(waiting.map(({ reasoning }) => reasoning)).toHaveLength(2)
    const [first] = waiting
    expect(await tract.proposals.approve(first!.id)).toMatchObject({ kind: 'executed', operation: { verb: 'approveProposal', author: { kind: 'user' } } })
    expect(tract.workspace.fsck('deep').findings).toEqual([])
    expect(tract.workspace.replay().kind).toBe('same')
  })

  test('code that throws rests, says so, and harms nobody', () => {
    using tract = open()
    tract.configurePolicies([{ name: 'broken', trigger: 'commit', evaluate: () => { throw new Error('oops') } }, pinPolicy({ roles: ['user'] })])
    const a = tract.user('a')
    tract.user('b')
    expect([priorities(tract, a.hash), outcomes(tract)]).toEqual([[['pinned', 'pin']], [['pin', 'executed'], ['broken', 'failed'], ['pin', 'executed']]])
  })

  test.each([
    ['two of one name', () => [pinPolicy(), pinPolicy()], 'policy/name-taken'],
    ['no policy', () => [{ name: 'x' } as Policy], 'input/invalid'],
    ['a trigger that there is none of', () => [{ name: 'x', trigger: 'sometimes' as 'commit', evaluate: () => null }], 'input/invalid'],
    ['a threshold above the whole', () => [compressPolicy({ threshold: 3 })], 'config/bad-value'],
  ])('%s is refused', (_, policies, code) => {
    using tract = open()
    expect([faultOf(() => tract.configurePolicies(policies())), tract.config.policies]).toEqual([code, []])
  })

  test('configuring is an operation that undo takes back', () => {
    using tract = open()
    tract.configurePolicies([pinPolicy({ roles: ['user'] })], { autonomy: 'manual' })
    expect(tract.configurePolicies([pinPolicy({ roles: ['user'] })], { autonomy: 'manual' })).toBeNull()
    tract.undo()
    const a = tract.user('a')
    expect([tract.config.policies, tract.config.autonomy, tract.proposals.list(), priorities(tract, a.hash)]).toEqual([[], null, [], []])
  })

  test('trying on history writes nothing and tells when it would have acted', () => {
    using workspace = Workspace.open(':memory:', { ports: testPorts(handClock()) })
    const tract = workspace.create()
    tract.configure({ budget: { maxTokens: 400 } })
    talk(tract, 12)
    const seq = workspace.lastSeq()
    const users = tract.tryPolicy(pinPolicy({ roles: ['user'] }))
    const tight = tract.tryPolicy(compressPolicy({ threshold: 0.5 }))
    expect([users.length, tight.length > 1, workspace.lastSeq()]).toEqual([12, true, seq])
    expect(tract.tryPolicy(pinPolicy({ roles: ['user'] }), { from: 'HEAD~3' }).map(({ at }) => at)).toEqual([tract.resolve('HEAD~3'), tract.resolve('HEAD~1')])
  })
})
