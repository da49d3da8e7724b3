import { describe, expect, test } from 'vitest'
import { Tract } from '../../../../core/index.ts'
import { openTract, readEvents, said, stopAfter } from '../../../helpers/asking.ts'
import { faultOf } from '../../../helpers/faultOf.ts'
import { handClock } from '../../../helpers/handClock.ts'
import { done, holdingClient, words } from '../../../helpers/holdingClient.ts'
import { tempFolder } from '../../../helpers/tempFolder.ts'
import { testPorts } from '../../../helpers/testPorts.ts'

const names = (tract: Tract) => tract.listBranches().map(({ name }) => name)

describe('a branch gets another name', () => {
  test('and keeps its commits; HEAD goes with the one it is on', () => {
    using tract = Tract.open()
    const { hash } = tract.user('a')
    tract.branch('side', { switch: false })
    const [current, other] = [tract.renameBranch('main', 'trunk'), tract.renameBranch('side', 'aside')]
    expect([current.name, current.isCurrent, current.commit, other.isCurrent, tract.status().head, names(tract), tract.user('b').parents]).toEqual([
      'trunk', true, hash, false, { kind: 'attached', branch: 'trunk', commit: hash }, ['aside', 'trunk'], [hash],
    ])
    expect([faultOf(() => tract.on('main')), faultOf(() => tract.switch('side')), tract.workspace.replay().kind]).toEqual(['branch/not-found', 'branch/not-found', 'same'])
  })

  test('before its first commit too', () => {
    using tract = Tract.open()
    const made = tract.renameBranch('main', 'trunk')
    expect([made, names(tract), tract.user('a').hash === tract.resolve('trunk'), tract.undo().kind, tract.undo().kind, names(tract)]).toEqual([
      { name: 'trunk', commit: null, isCurrent: true, updatedAt: 0, messageCount: 0 }, ['trunk'], true, 'done', 'done', ['main'],
    ])
  })

  test('as one operation, taken back with its HEAD', () => {
    using tract = Tract.open()
    const { hash } = tract.user('a')
    tract.renameBranch('main', 'trunk')
    const act = tract.undoState().undo
    tract.undo()
    expect([act?.verb, act?.detail, act?.refs, names(tract), tract.status().head, tract.redo().kind, names(tract)]).toEqual([
      'renameBranch', 'trunk', [{ ref: 'trunk', before: null, after: hash }, { ref: 'main', before: hash, after: null }],
      ['main'], { kind: 'attached', branch: 'main', commit: hash }, 'done', ['trunk'],
    ])
  })

  test('and its own name changes nothing', () => {
    using tract = Tract.open()
    tract.user('a')
    const seq = tract.workspace.lastSeq()
    expect([tract.renameBranch('main', 'main').name, tract.workspace.lastSeq()]).toEqual(['main', seq])
  })

  test('but not one that is taken, nor one of nothing', () => {
    using tract = Tract.open()
    tract.user('a')
    tract.branch('side')
    expect([['main', 'side'], ['side', 'main'], ['gone', 'x'], ['main', 'a b'], ['main', 'ѕide']].map(([from = '', to = '']) => faultOf(() => tract.renameBranch(from, to)))).toEqual([
      'branch/exists', 'branch/exists', 'branch/not-found', 'ref/bad-name', 'ref/bad-name',
    ])
    expect(names(tract)).toEqual(['main', 'side'])
  })
})

describe('what waits on a branch goes with its name', () => {
  test('an unfinished answer', async () => {
    using tract = openTract()
    tract.user('Hi')
    await stopAfter(tract, 'Half')
    tract.renameBranch('main', 'trunk')
    const [partial] = tract.partials.list()
    expect(partial).toMatchObject({ branch: 'trunk', text: 'Half' })
    tract.undo()
    expect(tract.partials.list()).toMatchObject([{ id: partial?.id, branch: 'main' }])
    tract.redo()
    if (partial) tract.partials.keep(partial.id)
    expect([said(tract), tract.status().head, tract.workspace.replay().kind]).toMatchObject([['user: Hi', 'assistant: Half'], { branch: 'trunk' }, 'same'])
  })

  test.each<[string, (tract: Tract) => void, string]>([
    ['got another name', (tract) => tract.renameBranch('main', 'trunk'), 'trunk'],
    ['got another name twice', (tract) => { tract.renameBranch('main', 'trunk'); tract.renameBranch('trunk', 'stem') }, 'stem'],
    ['got another name and its old one again by undo', (tract) => { tract.renameBranch('main', 'trunk'); tract.undo() }, 'main'],
  ])('an answer under way: the branch %s', async (_, rename, branch) => {
    using tract = openTract()
    const client = holdingClient()
    tract.configureClients({ default: client })
    tract.user('Hi')
    const stream = tract.stream()
    const told = readEvents(stream)
    const { send } = await client.request(1)
    send(words('Hello'))
    rename(tract)
    send(words(' there'), done)
    expect([(await told).at(-1), (await stream.reply).status, said(tract.on(branch)), tract.partials.list()]).toEqual(['done end', 'complete', ['user: Hi', 'assistant: Hello there'], []])
  })

  test('an answer that is stopped after it', async () => {
    using tract = openTract()
    const client = holdingClient()
    tract.configureClients({ default: client })
    tract.user('Hi')
    const stop = new AbortController()
    const stream = tract.stream({ signal: stop.signal })
    const told = readEvents(stream)
    const { send } = await client.request(1)
    send(words('Half'))
    await new Promise((resolve) => setImmediate(resolve))
    tract.renameBranch('main', 'trunk')
    stop.abort()
    await told
    expect(tract.partials.list()).toMatchObject([{ branch: 'trunk', text: 'Half' }])
  })

  test('a merge that waits, on either side, and its answers with it', () => {
    using tract = Tract.open()
    const { hash } = tract.user('a')
    tract.branch('side')
    tract.edit(hash, 'theirs')
    tract.switch('main')
    tract.edit(hash, 'ours')
    const result = tract.merge('side')
    tract.renameBranch('side', 'aside')
    tract.renameBranch('main', 'trunk')
    const pending = tract.findPendingMerge()
    expect([result.kind, pending?.branch, pending?.into, pending?.conflicts.length, faultOf(() => tract.merge('aside'))]).toEqual(['conflict', 'aside', 'trunk', 1, 'merge/in-progress'])
    tract.resolveConflict(pending?.conflicts[0]?.id ?? ('' as never), { take: 'theirs' })
    tract.commitMerge()
    expect([said(tract), tract.findPendingMerge(), tract.workspace.replay().kind]).toEqual([['user: theirs'], null, 'same'])
  })
})

describe('a merge that waits on a branch', () => {
  function waiting() {
    const tract = Tract.open()
    const { hash } = tract.user('a')
    tract.branch('side')
    tract.edit(hash, 'theirs')
    tract.switch('main')
    tract.edit(hash, 'ours')
    tract.merge('side')
    tract.branch('elsewhere')
    return tract
  }

  test('keeps it from being deleted; by force it goes with it, and comes back with it', () => {
    using tract = waiting()
    expect(faultOf(() => tract.deleteBranch('main'))).toBe('merge/in-progress')
    tract.deleteBranch('main', { force: true })
    tract.branch('main')
    const anew = tract.findPendingMerge()
    tract.undo()
    tract.undo()
    expect([anew, tract.on('main').findPendingMerge()?.branch, tract.workspace.replay().kind]).toEqual([null, 'side', 'same'])
  })

  test('goes on when the branch it came from is deleted', () => {
    using tract = waiting()
    tract.deleteBranch('side', { force: true })
    expect(tract.on('main').findPendingMerge()).toMatchObject({ branch: 'side', into: 'main', conflicts: [{ kind: 'bothEdited' }] })
  })
})

test('an answer that a crash cut is found again under the new name', async () => {
  using folder = tempFolder()
  const clock = handClock()
  using tract = Tract.open(folder.file(), { ports: testPorts(clock) })
  const client = holdingClient()
  tract.configureClients({ default: client })
  tract.user('Hi')
  const events = tract.stream()[Symbol.asyncIterator]()
  void client.request(1).then(({ send }) => send(words('Half')))
  await events.next()
  clock.advance(250)
  tract.renameBranch('main', 'trunk')
  using other = Tract.open(folder.file(), { ports: testPorts(handClock(clock.now() + 60_000), 'other') })
  expect(other.partials.list()).toMatchObject([{ branch: 'trunk', text: 'Half', cause: 'crash' }])
})
