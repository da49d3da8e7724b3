import { describe, expect, test } from 'vitest'
import { toolbox } from '../../../core/capabilities/toolbox.ts'
import { scripted, type Tract as TractType, Workspace } from '../../../core/index.ts'
import { openWorkspaceOf, type TractHandle } from '../../../core/journal/openWorkspace.ts'
import type { JsonObject } from '../../../core/model/json.ts'
import { openDatabase } from '../../../core/store/open.ts'
import { Tract } from '../../../core/tract.ts'
import { propose, type Wanted } from '../../../core/proposals/propose.ts'
import { review } from '../../../core/proposals/review.ts'
import { createTract } from '../../../core/history/tractVerbs.ts'
import { faultOf, faultOfPromise } from '../../helpers/faultOf.ts'
import { type HandClock, handClock } from '../../helpers/handClock.ts'
import { randomOf } from '../../helpers/random.ts'
import { testPorts } from '../../helpers/testPorts.ts'

type Scene = Disposable & { readonly tract: TractType; readonly handle: TractHandle; readonly clock: HandClock; wants(wanted: Partial<Wanted> & { readonly tool: string; readonly args: JsonObject }): ReturnType<typeof propose> }

function scene(): Scene {
  const clock = handClock()
  const file = openWorkspaceOf(openDatabase(':memory:', { ifMissing: 'create' }), testPorts(clock))
  const handle = createTract(file, { kind: 'user', id: 'ann' }, {})
  const tract = new Tract(handle)
  tract.user('How long can I return shoes that I bought in the shop in Hamburg last week?')
  tract.assistant('You have sixty days for that, in every shop, for shoes and for boots alike.')
  const agent: TractHandle = { ...handle, author: { kind: 'orchestrator', id: 'o' } }
  return { tract, handle, clock, wants: (wanted) => propose(agent, toolbox, { reasoning: 'because', ...wanted }), [Symbol.dispose]: () => file.db.close() }
}
const idOf = (result: ReturnType<typeof propose>) => result.proposal.id
const texts = (tract: TractType) => tract.compile().messages.map(({ content }) => content)

describe('a proposal', () => {
  test('changes nothing, tells what it would come to, and is no step of undo', () => {
    using at = scene()
    const { tract } = at
    const before = texts(tract)
    const { proposal } = at.wants({ tool: 'annotate', args: { targets: ['HEAD'], priority: 'skip' }, alternatives: [{ tool: 'undo', args: {} }] })
    expect(proposal).toMatchObject({
      from: { kind: 'orchestrator', id: 'o' }, risk: 'annotate', reasoning: 'because', state: { kind: 'pending' }, branch: 'main', base: tract.resolve('HEAD'), isCurrent: true, alternatives: [{ tool: 'undo', args: {} }],
      action: { tool: 'annotate', args: { targets: [tract.resolve('HEAD')], priority: 'skip' } }, effect: { tokensBefore: tract.status().tokenCount, changes: [{ kind: 'removed' }, { kind: 'annotated' }] },
    })
    expect([texts(tract), tract.undoState().undo?.verb, tract.proposals.list()]).toEqual([before, 'commit', [proposal]])
  })

  test('is approved as one operation, which undo takes back whole and redo brings again', async () => {
    using at = scene()
    const { tract } = at
    const before = texts(tract)
    const id = idOf(at.wants({ tool: 'annotate', args: { targets: ['HEAD'], priority: 'skip' } }))
    const { tokensAfter } = tract.proposals.get(id).effect!
    expect(await tract.proposals.approve(id)).toMatchObject({ kind: 'executed', operation: { verb: 'approveProposal', detail: 'annotate', author: { id: 'ann' } } })
    expect([texts(tract).length, tract.status().tokenCount, tract.history('HEAD~1').annotations[0]?.author.kind, tract.proposals.get(id).state.kind]).toEqual([1, tokensAfter, 'orchestrator', 'executed'])
    tract.undo()
    expect([texts(tract), tract.proposals.get(id).state.kind]).toEqual([before, 'pending'])
    tract.redo()
    expect([tract.proposals.get(id).state.kind, await faultOfPromise(tract.proposals.approve(id))]).toEqual(['executed', 'proposal/closed'])
  })

  test('with other arguments passes the same gate again', async () => {
    using at = scene()
    const { tract } = at
    const id = idOf(at.wants({ tool: 'annotate', args: { targets: ['HEAD'], priority: 'skip' } }))
    expect(await faultOfPromise(tract.proposals.approve(id, { args: { targets: ['HEAD'], priority: 'skip', autonomy: 'autonomous' } }))).toBe('tool/bad-arguments')
    expect(await faultOfPromise(tract.proposals.approve(id, { args: { targets: ['nowhere'], priority: 'skip' } }))).toBe('ref/not-found')
    expect(await tract.proposals.approve(id, { args: { targets: ['HEAD'], priority: 'pinned' } })).toMatchObject({ kind: 'executed' })
    expect([tract.proposals.get(id).action.args, tract.proposals.get(id).state]).toMatchObject([{ priority: 'skip' }, { kind: 'executed', args: { priority: 'pinned' } }])
  })

  test('is stale when it would come to something else by now, and nothing is done; refreshed, it counts for what is there', async () => {
    using at = scene()
    const { tract } = at
    const moved = idOf(at.wants({ tool: 'annotate', args: { targets: ['HEAD'], priority: 'pinned' } }))
    tract.user('And boots?')
    expect(tract.proposals.get(moved).isCurrent).toBe(false)
    expect((await tract.proposals.approve(moved)).kind).toBe('executed')
    tract.undo()
    const stale = idOf(at.wants({ tool: 'compress', args: { content: 'Shoes.' } }))
    const again = idOf(at.wants({ tool: 'compress', args: { content: 'Shoes!' } }))
    tract.user('In the rain?')
    expect(await tract.proposals.approve(stale)).toMatchObject({ kind: 'stale', proposal: { state: { kind: 'stale' } } })
    expect([texts(tract).length, await faultOfPromise(tract.proposals.approve(stale))]).toEqual([4, 'proposal/closed'])
    expect(tract.proposals.refresh(again)).toMatchObject({ isCurrent: true, base: tract.resolve('HEAD'), state: { kind: 'pending' } })
    expect([(await tract.proposals.approve(again)).kind, texts(tract)]).toEqual(['executed', ['Shoes!']])
  })

  test('that fails tells why, and left nothing', async () => {
    using at = scene()
    const { tract } = at
    const id = idOf(at.wants({ tool: 'branch', args: { name: 'side' } }))
    tract.branch('side', { switch: false })
    const before = tract.listBranches()
    expect(await tract.proposals.approve(id, { args: { name: 'side' } })).toMatchObject({ kind: 'failed', fault: { code: 'branch/exists' } })
    expect([tract.listBranches(), tract.proposals.get(id).state]).toMatchObject([before, { kind: 'failed', fault: { code: 'branch/exists' } }])
  })

  test('is not made again while it waits, or when it was rejected; only when its situation changed', () => {
    using at = scene()
    const { tract } = at
    const wanted = { tool: 'annotate', args: { targets: [tract.resolve('HEAD')], priority: 'pinned' } }
    const id = idOf(at.wants(wanted))
    expect(at.wants(wanted)).toMatchObject({ kind: 'held', because: 'alreadyProposed', proposal: { id } })
    tract.proposals.reject(id, { reason: 'no' })
    expect([at.wants(wanted), at.wants({ ...wanted, situation: 'another' })]).toMatchObject([{ kind: 'held', because: 'rejectedBefore' }, { kind: 'proposed' }])
    tract.undo()
    expect(tract.proposals.get(id).state.kind).toBe('pending')
  })

  test('lapses by itself, and goes with its branch when that gets another name', async () => {
    using at = scene()
    const { tract, clock } = at
    const id = idOf(at.wants({ tool: 'annotate', args: { targets: ['HEAD'], priority: 'pinned' }, expiresAt: clock.now() + 1000 }))
    tract.renameBranch('main', 'trunk')
    expect(tract.proposals.get(id)).toMatchObject({ branch: 'trunk', isCurrent: true })
    clock.advance(1000)
    expect([tract.proposals.list(), tract.proposals.get(id).state.kind, await faultOfPromise(tract.proposals.approve(id))]).toEqual([[], 'expired', 'proposal/closed'])
  })

  test('to compress in a model\'s words waits as a draft, and only the draft changes the context', async () => {
    using at = scene()
    const { tract } = at
    tract.configureClients({ compress: scripted(['Shoes: sixty days.']) })
    const id = idOf(at.wants({ tool: 'compress', args: { targetTokens: 40 } }))
    expect(tract.proposals.get(id).effect).toBeNull()
    const result = await tract.proposals.approve(id)
    if (result.kind !== 'draft') throw new Error(result.kind)
    expect([texts(tract).length, tract.proposals.get(id).state]).toMatchObject([2, { kind: 'approved', draft: result.draft.id }])
    tract.approveCompression(result.draft.id)
    expect([texts(tract), tract.proposals.get(id).state.kind]).toEqual([['Shoes: sixty days.'], 'executed'])
    tract.undo()
    expect(tract.proposals.get(id).state.kind).toBe('approved')
    tract.rejectCompression(result.draft.id, { reason: 'too short' })
    expect(tract.proposals.get(id).state).toMatchObject({ kind: 'rejected', reason: 'too short' })
  })

  test.each([
    ['approve', { decision: 'approve' }, 'executed'],
    ['modify', { decision: 'modify', args: { targets: ['HEAD'], priority: 'pinned' } }, 'executed'],
    ['reject', { decision: 'reject', reason: 'no' }, 'rejected'],
    ['queue', { decision: 'queue' }, 'queued'],
  ] as const)('a reviewer may %s', async (_, decision, kind) => {
    using at = scene()
    const { proposal } = at.wants({ tool: 'annotate', args: { targets: ['HEAD'], priority: 'skip' } })
    expect((await review(at.handle, toolbox, proposal, () => decision, new AbortController().signal)).kind).toBe(kind)
  })

  test.each([['purge', {}, 'tool/unknown'], ['erase', {}, 'tool/unknown'], ['annotate', { targets: ['HEAD'] }, 'tool/bad-arguments']] as const)('%s is proposed to nobody', (tool, args, code) => {
    using at = scene()
    expect([faultOf(() => at.wants({ tool, args })), at.tract.proposals.list()]).toEqual([code, []])
  })
})

/** What may follow what: the whole of it, beside the code. */
const follows: { readonly [state: string]: readonly string[] } = {
  pending: ['pending', 'executed', 'rejected', 'stale', 'failed', 'expired', 'superseded'],
  executed: ['executed', 'pending'], rejected: ['rejected', 'pending'], stale: ['stale'], failed: ['failed'], expired: ['expired', 'pending'], superseded: ['superseded'],
}

test.each([1, 2, 3, 4, 5, 6])('whatever is done, proposals go from state to state as they may, and the file stays sound (seed %i)', async (seed) => {
  const random = randomOf(seed)
  using workspace = Workspace.open(':memory:', { ports: testPorts(handClock()) })
  const tract = workspace.create()
  tract.configurePolicies([{ name: 'p', trigger: 'commit', evaluate: ({ recent }) => {
    const found = recent.find(({ kind }) => kind === 'append')
    return found ? { tool: 'annotate', args: { targets: [found.hash], priority: random.below(2) === 0 ? 'pinned' : 'skip' }, reason: 'r' } : null
  } }], { autonomy: 'manual' })
  tract.user('begin')
  const known = new Map<string, string>(tract.proposals.list().map(({ id }) => [id, 'pending']))
  for (let step = 0; step < 40; step++) {
    const all = tract.proposals.list({ state: 'all' })
    const one = all[random.below(Math.max(1, all.length))]
    const isOpen = one?.state.kind === 'pending'
    const acts = [
      () => tract.user(`m${step}`), () => tract.undo(), () => tract.redo(),
      () => one && isOpen && tract.proposals.approve(one.id), () => one && isOpen && tract.proposals.reject(one.id, { reason: 'no' }), () => one && isOpen && tract.proposals.refresh(one.id),
      () => tract.compile().messages[0] && tract.edit(tract.compile().messages[0]!.messageId, `e${step}`),
    ]
    const before = tract.compile().hash
    const chosen = random.below(acts.length)
    await acts[chosen]!()
    // Saying no, and looking again, change no context.
    if (chosen === 4 || chosen === 5) expect(tract.compile().hash).toBe(before)
    for (const { id, state } of tract.proposals.list({ state: 'all' })) {
      const earlier = known.get(id)
      if (earlier !== undefined) expect(follows[earlier]).toContain(state.kind)
      else expect(state.kind).toBe('pending')
      known.set(id, state.kind)
    }
  }
  expect(workspace.fsck('deep').findings).toEqual([])
  expect(workspace.replay().kind).toBe('same')
})
